//! One record to many, each with one thing changed: most break the schema, some do not.

use std::collections::BTreeSet;

use chancery::record::VOCABULARIES;
use serde_json::{Value, json};

/// The value with one thing changed, once for each thing and each change.
pub(crate) fn mutants(value: &Value) -> Vec<Value> {
    let mut mutants: Vec<Value> = [
        json!(null),
        json!(""),
        json!("x"),
        json!("2025-13"),
        json!("XXXX-02-30"),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(10_000),
        json!(3_000_000_000_u32),
        json!(true),
        json!([]),
        json!({}),
        json!(["PRT", "PRT"]),
    ]
    .into();
    match value {
        Value::Object(object) => {
            for (key, child) in object {
                let with = |child| {
                    let mut mutant = object.clone();
                    mutant.insert(key.clone(), child);
                    Value::from(mutant)
                };
                mutants.extend(self::mutants(child).into_iter().map(with));
                let mut mutant = object.clone();
                mutant.shift_remove(key);
                mutants.push(mutant.clone().into());
                mutant.insert(format!("{key}s"), child.clone());
                mutants.push(mutant.into());
            }
        }
        Value::Array(items) => {
            // The ends stand for what is between.
            for index in BTreeSet::from([0, items.len().saturating_sub(1)]) {
                let Some(item) = items.get(index) else { continue };
                let with =
                    |item| Value::from([&items[..index], &[item], &items[index + 1..]].concat());
                mutants.extend(self::mutants(item).into_iter().map(with));
                mutants.push([items, &items[index..=index]].concat().into());
            }
        }
        Value::String(text) => {
            mutants.extend([json!(text.to_uppercase()), json!(format!("{text}-"))]);
            mutants.extend(VOCABULARIES.iter().map(|v| json!(v.terms[0].name)));
        }
        _ => {}
    }
    mutants
}
