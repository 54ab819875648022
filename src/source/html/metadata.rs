//! The head of a web page in, what it says about the page out: JSON-LD, `meta`, `time`, `link`, `html lang`.

use dom_query::Document;
use serde_json::Value;

use super::super::front_matter::{language, line};
use super::super::{Metadata, day};
use crate::record::Date;

/// Names of `meta` elements for the day of publication, in order of trust.
const DAYS: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
];
/// Signs between a title and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » "];

/// Reads the metadata of a page.
pub(super) fn read(document: &Document) -> Metadata {
    let meta = metas(document);
    let get =
        |name: &str| meta.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let linked = json_ld(document);
    let said = |key: &str| linked.iter().find_map(|object| object.get(key).and_then(text_of));
    let site = get("og:site_name").map(str::to_owned);

    let published = said("datePublished")
        .as_deref()
        .and_then(day::stamp)
        .or_else(|| DAYS.iter().find_map(|name| day::stamp(get(name)?)))
        .or_else(|| time(document));
    let canonical =
        document.select_single("link[rel=canonical]").attr("href").map(|url| url.trim().to_owned());
    let url = canonical.or_else(|| get("og:url").map(str::to_owned)).or_else(|| said("url"));
    let lang = document.select_single("html").attr("lang").map(|lang| lang.to_string());
    let issuer = said("publisher").or(site.clone()).or_else(|| {
        ["dcterms.publisher", "dc.publisher", "publisher", "application-name"]
            .iter()
            .find_map(|name| get(name))
            .map(str::to_owned)
    });
    Metadata {
        title: title(document, get("og:title"), said("headline").as_deref(), site.as_deref()),
        published,
        url: url.filter(|url| url.starts_with("http")),
        publisher: issuer.map(|name| line(&name)).filter(|name| !name.is_empty()),
        host: None,
        language: lang
            .or_else(|| said("inLanguage"))
            .or_else(|| get("content-language").map(str::to_owned))
            .and_then(|tag| language(&tag)),
        given: Vec::new(),
    }
}

/// All `meta` elements: name in lower case, content.
fn metas(document: &Document) -> Vec<(String, String)> {
    let select = document.select("meta[content]");
    let found = select.nodes().iter().filter_map(|node| {
        let key =
            ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| node.attr(key))?;
        let value = node.attr("content")?;
        let value = value.trim();
        (!value.is_empty()).then(|| (key.to_ascii_lowercase(), value.to_owned()))
    });
    found.collect()
}

/// The objects of all JSON-LD scripts; those that say when they were published first.
fn json_ld(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    for script in document.select("script[type='application/ld+json']").nodes() {
        let Ok(value) = serde_json::from_str::<Value>(&script.text()) else { continue };
        let mut queue = vec![value];
        while let Some(value) = queue.pop() {
            match value {
                Value::Array(values) => queue.extend(values.into_iter().rev()),
                Value::Object(mut object) => {
                    queue.extend(object.remove("@graph"));
                    found.push(Value::Object(object));
                }
                _ => {}
            }
        }
    }
    found.sort_by_key(|object| object.get("datePublished").is_none());
    found
}

/// A value as text: a string, or the name of an object, or the first of several.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Object(object) => object.get("name")?.as_str().map(str::to_owned),
        Value::Array(values) => text_of(values.first()?),
        _ => None,
    }
}

/// The day of the first `time` element, one that is marked as the publication's before others.
fn time(document: &Document) -> Option<Date> {
    [
        "time[itemprop=datePublished]",
        "time[pubdate]",
        "[itemprop=datePublished]",
        "article time",
        "main time",
        "time",
    ]
    .iter()
    .find_map(|selector| {
        let found = document.select(selector);
        let node = found.nodes().first()?;
        let stamp =
            node.attr("datetime").or_else(|| node.attr("content")).unwrap_or_else(|| node.text());
        day::stamp(&stamp)
    })
}

/// The title: the only `h1` of the page, else `og:title`, the headline of the JSON-LD or `title`, without the site's name.
fn title(
    document: &Document,
    og: Option<&str>,
    headline: Option<&str>,
    site: Option<&str>,
) -> Option<String> {
    let whole = document.select_single("head title").text();
    let whole = line(&whole);
    let h1 = document.select("h1");
    let headings: Vec<String> =
        h1.nodes().iter().map(|node| line(&node.text())).filter(|text| !text.is_empty()).collect();
    let announced = [og, headline, Some(whole.as_str())];
    let confirmed = headings.iter().find(|heading| {
        announced.iter().flatten().any(|other| line(other).starts_with(heading.as_str()))
    });
    if let Some(heading) = confirmed.or_else(|| headings.first().filter(|_| headings.len() == 1)) {
        return Some(heading.clone()).filter(|heading| site != Some(heading.as_str()));
    }
    let found = announced.into_iter().flatten().map(line).find(|text| !text.is_empty())?;
    Some(without_site(&found, site))
}

/// Cuts the name of the site off a title.
fn without_site(title: &str, site: Option<&str>) -> String {
    if let Some(site) = site {
        for separator in SEPARATORS {
            if let Some(rest) =
                title.strip_suffix(site).and_then(|rest| rest.strip_suffix(separator))
            {
                return rest.trim().to_owned();
            }
        }
    }
    title.split(" | ").next().unwrap_or(title).trim().to_owned()
}
