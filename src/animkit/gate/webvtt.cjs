// Asks the W3C's WebVTT parser (npm webvtt-parser, CC0-1.0) about files: node webvtt.cjs FOLDERS_OF_MODULES FILE...
// Answers with one JSON array for all files: for each the errors, with message, line and col.
const fs = require("fs");
const path = require("path");

const [modules, ...files] = process.argv.slice(2);
const home = require.resolve("webvtt-parser", { paths: modules.split(path.delimiter) });
const { WebVTTParser } = require(home);
const entities = JSON.parse(fs.readFileSync(path.join(path.dirname(home), "html-entities.json")));
const kind = (file) => (/-chapters\./.test(file) ? "chapters" : "subtitles/captions/descriptions");

console.log(
  JSON.stringify(
    files.map((file) => {
      const parser = new WebVTTParser(entities);
      const found = parser.parse(fs.readFileSync(file, "utf8"), kind(file)).errors;
      return found.map(({ message, line, col }) => ({ message, line: line || 0, col: col || 0 }));
    }),
  ),
);
