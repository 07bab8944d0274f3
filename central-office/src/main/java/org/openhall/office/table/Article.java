package org.openhall.office.table;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import tools.jackson.databind.JsonNode;

/**
 * A page that is one document. Government sites name its parts in {@code meta} elements (政府网站发展指引,
 * 国办发〔2017〕47号, annex: ArticleTitle, PubDate, ContentSource, Keywords); its text is where the
 * site's editor puts it.
 */
final class Article {
  static final List<String> COLUMNS =
      List.of("标题", "正文", "发布日期", "信息来源", "主题词", "内容概述", "文号", "原文链接");

  /** Where usual sites have the text, the surest first. */
  private static final List<String> PLACES =
      List.of(
          "article",
          "#zoom",
          ".TRS_Editor",
          ".trs_editor_view",
          "#UCAP-CONTENT",
          ".pages_content",
          ".article-content",
          ".article_content",
          "#content",
          ".content",
          "main",
          "body");

  private static final Safelist STRUCTURE =
      Safelist.none()
          .addTags(
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "p",
              "div",
              "section",
              "br",
              "ul",
              "ol",
              "li",
              "table",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td",
              "caption",
              "blockquote")
          .addAttributes("td", "rowspan", "colspan")
          .addAttributes("th", "rowspan", "colspan");

  private static final int SHORTEST_TEXT = 20;

  private final Document document;

  Article(Document document) {
    this.document = document;
  }

  String title() {
    return Stream.of(meta("ArticleTitle"), document.select("h1").text(), document.title())
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElse("");
  }

  List<JsonNode> cells() {
    String date = meta("PubDate").replace('/', '-').strip();
    return List.of(
        Heading.text(title()),
        Blocks.of(clean(text())),
        Heading.text(date.length() >= 10 ? date.substring(0, 10) : date),
        Heading.text(meta("ContentSource")),
        Heading.text(meta("Keywords")),
        Heading.text(meta("Description")),
        Heading.text(meta("DocumentNumber")),
        Heading.text(meta("Url")));
  }

  private String meta(String name) {
    Element meta = document.selectFirst("meta[name=" + name + "]");
    return meta == null ? "" : meta.attr("content").strip();
  }

  private Element text() {
    for (String place : PLACES) {
      Element element = document.selectFirst(place);
      if (element != null && element.text().length() >= SHORTEST_TEXT) {
        return element;
      }
    }
    return document.body();
  }

  /** Only structure is left: no address, no style, no handler. */
  private static Element clean(Element text) {
    Element copy = text.clone();
    copy.select("script, style, noscript, nav, header, footer, form, .share, .breadcrumb").remove();
    Document only = Document.createShell("");
    only.body().append(copy.html());
    return new Cleaner(STRUCTURE).clean(only).body();
  }
}
