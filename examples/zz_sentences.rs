//! throw-away
#![allow(clippy::all, missing_docs, clippy::print_stdout)]
fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let r = chancery::source::read(&f, &b, &Default::default());
        for d in &r.diagnostics {
            eprintln!("{d:?}");
        }
        let docs: Vec<_> = r.pages.into_iter().flat_map(chancery::document::documents).map(|d| {
            serde_json::json!({"title": d.title.clone().map(|t| d.text[t].to_string()), "meta": format!("{:?}", d.metadata), "dateline": format!("{:?}", d.dateline),
              "dl": d.dateline.clone().map(|x| d.text[x.span].to_string()),
              "part": format!("{:?}", d.part), "published": d.metadata.published.map(|p| p.to_string()),
              "blocks": d.blocks.iter().map(|b| format!("{:?} {}", b.kind, d.text[b.span.clone()].chars().take(80).collect::<String>())).collect::<Vec<_>>(),
              "sentences": d.sentences.iter().map(|s| serde_json::json!({"t": d.text[s.span.clone()], "label": s.label.clone().map(|l| d.text[l].to_string())})).collect::<Vec<_>>()})
        }).collect();
        println!("{}", serde_json::json!({"file": f, "docs": docs}));
    }
}
