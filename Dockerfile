# docker build -t chancery . && docker run --rm -v "$PWD":/data chancery validate records.ndjson
FROM rust:1.95-slim AS build
WORKDIR /src
COPY . .
RUN cargo build --release --locked

FROM debian:trixie-slim
COPY --from=build /src/target/release/chancery /usr/local/bin/chancery
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/chancery/
WORKDIR /data
USER 65534:65534
ENTRYPOINT ["chancery"]
