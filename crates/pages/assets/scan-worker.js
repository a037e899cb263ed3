"use strict";
// Reads codes out of pictures, where the browser has no reader of its own. It stands apart from the
// pages, so that it alone may run what was compiled.
importScripts("/assets/zxing-reader.js");
ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => "/assets/zxing-reader.wasm" } });
const how = { formats: ["QRCode", "DataMatrix"], maxNumberOfSymbols: 1, tryHarder: true };
onmessage = async (event) => {
  const found = await ZXingWASM.readBarcodes(event.data, how).catch(() => []);
  postMessage(found.length ? found[0].text : "");
};
