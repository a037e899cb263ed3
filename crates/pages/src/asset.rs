//! What every page needs beside its HTML: style, fonts, scripts. Served as they stand here.

/// A file that pages link to.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its address.
    pub path: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

/// The sheet.
pub const STYLE: &str = "/assets/proofhouse.css";

/// The script.
pub const SCRIPT: &str = "/assets/proofhouse.js";

/// The script for passkeys, on the pages that have them.
pub const PASSKEY: &str = "/assets/passkey.js";

/// What pages that are printed need beside it.
pub const PRINT: &str = "/assets/print.css";

/// The worker that reads codes; it alone runs what was compiled.
pub const READER: &str = "/assets/scan-worker.js";

/// The sign in the browser's tab.
pub const ICON: &str = "/assets/icon.svg";

/// Every file.
pub static ALL: [Asset; 11] = [
    Asset {
        path: ICON,
        kind: "image/svg+xml",
        bytes: include_bytes!("../assets/icon.svg"),
    },
    Asset {
        path: STYLE,
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/proofhouse.css"),
    },
    Asset {
        path: PRINT,
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/print.css"),
    },
    Asset {
        path: SCRIPT,
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/proofhouse.js"),
    },
    Asset {
        path: PASSKEY,
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/passkey.js"),
    },
    Asset {
        path: "/assets/scan.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/scan.js"),
    },
    Asset {
        path: READER,
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/scan-worker.js"),
    },
    Asset {
        path: "/assets/zxing-reader.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/zxing-reader.js"),
    },
    Asset {
        path: "/assets/zxing-reader.wasm",
        kind: "application/wasm",
        bytes: include_bytes!("../assets/zxing-reader.wasm"),
    },
    Asset {
        path: "/assets/b612-regular.woff2",
        kind: "font/woff2",
        bytes: include_bytes!("../assets/b612-regular.woff2"),
    },
    Asset {
        path: "/assets/b612-bold.woff2",
        kind: "font/woff2",
        bytes: include_bytes!("../assets/b612-bold.woff2"),
    },
];

/// The file at an address.
pub fn at(path: &str) -> Option<&'static Asset> {
    ALL.iter().find(|asset| asset.path == path)
}
