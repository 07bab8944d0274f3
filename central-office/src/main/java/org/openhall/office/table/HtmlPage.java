package org.openhall.office.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * A page of somebody's site: its tables, and the page itself as one article. Nothing of it is
 * fetched or run, and of its markup only structure is kept.
 *
 * @param document as jsoup understands it
 * @param tables those with a heading and a row at least, the outermost only
 */
record HtmlPage(Document document, List<Element> tables) {
  private static final int LONGEST = 16 << 20;

  static HtmlPage read(Path path) throws BadTableException, IOException {
    if (Files.size(path) > LONGEST) {
      throw new BadTableException("page-long", LONGEST >> 20);
    }
    try (InputStream in = Files.newInputStream(path)) {
      Document document = Jsoup.parse(in, Characters.of(path).name(), "");
      List<Element> tables =
          document.select("table").stream()
              .filter(table -> table.parents().stream().noneMatch(e -> e.nameIs("table")))
              .filter(table -> HtmlTable.rows(table).size() >= 2)
              .toList();
      return new HtmlPage(document, tables);
    }
  }

  /** The tables by caption or first cells, then the article by its title. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (Element table : tables) {
      String caption = table.select("caption").text();
      List<List<String>> rows = HtmlTable.rows(table);
      String name = caption.isEmpty() ? String.join(" | ", rows.getFirst()) : caption;
      parts.add("▦ " + shortened(name) + " (" + (rows.size() - 1) + ")");
    }
    parts.add("¶ " + shortened(new Article(document).title()));
    return parts;
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  TableRows open(int part) throws BadTableException {
    if (part >= 0 && part < tables.size()) {
      return new HtmlTable(HtmlTable.rows(tables.get(part)));
    } else if (part == tables.size()) {
      return new OneRow(new Article(document));
    }
    throw new BadTableException("part", part + 1, tables.size() + 1);
  }

  /** An article as a table of one row. */
  private static final class OneRow implements TableRows {
    private final Article article;
    private boolean read;

    OneRow(Article article) {
      this.article = article;
    }

    @Override
    public List<String> columns() {
      return Article.COLUMNS;
    }

    @Override
    public Optional<TableRow> next() {
      if (read) {
        return Optional.empty();
      }
      read = true;
      List<JsonNode> cells = article.cells();
      return Optional.of(new TableRow(1, cells));
    }

    @Override
    public double fractionRead() {
      return read ? 1 : 0;
    }

    @Override
    public void close() {
      // the page was read at once
    }
  }
}
