package org.openhall.kiosk.screen.takeaway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openhall.kiosk.screen.receipt.CodeHead;

/**
 * A page's text as numbered codes. Each stands alone: a line with the title, n/m and the issuer,
 * then its part of the text. The parts, joined, are the text.
 *
 * @param texts what each code carries, 1 to 6
 * @param extent what of the page they carry
 */
record TextCodes(List<String> texts, Extent extent) {

  /** More codes than this nobody scans. */
  static final int MOST_CODES = 6;

  /** UTF-8 bytes of one code: version 20 at correction L holds 857. */
  static final int MOST_BYTES = 850;

  private static final String CUT_OFF = "……";

  /** What of a page is carried. */
  enum Extent {
    /** All. */
    WHOLE,
    /** Its 内容概述: the whole is too long. */
    SUMMARY,
    /** Its headings: the whole is too long, and it has no 内容概述. */
    HEADINGS,
    /** Its facts and its beginning: it is too long, and has neither. */
    BEGINNING
  }

  TextCodes {
    texts = List.copyOf(texts);
  }

  /** What the codes carry, joined: without the line that each begins with. */
  String carried() {
    return texts.stream()
        .map(text -> text.substring(text.indexOf('\n') + 1))
        .collect(Collectors.joining());
  }

  /** The whole page where six codes hold it, else what stands for it. */
  static TextCodes of(TakenPage page) {
    List<String> whole = parts(page.text(), room(page));
    if (whole.size() <= MOST_CODES) {
      return new TextCodes(numbered(page, whole), Extent.WHOLE);
    }
    return gist(page);
  }

  private static TextCodes gist(TakenPage page) {
    TakenPage.Gist gist = page.gist();
    if (gist.summary() != null) {
      return of(page, lines(page.facts(), List.of(gist.summary())), Extent.SUMMARY);
    }
    return gist.headings().isEmpty()
        ? of(page, lines(page.facts(), page.body()), Extent.BEGINNING)
        : of(page, headings(page), Extent.HEADINGS);
  }

  private static TextCodes of(TakenPage page, List<String> lines, Extent extent) {
    List<String> parts = mostParts(String.join("\n", lines), room(page));
    return new TextCodes(numbered(page, parts), extent);
  }

  /** The parts of as much of the text as six codes hold. */
  private static List<String> mostParts(String text, int room) {
    List<String> parts = parts(text, room);
    if (parts.size() <= MOST_CODES) {
      return parts;
    }
    List<String> kept = new ArrayList<>(parts.subList(0, MOST_CODES - 1));
    String rest = String.join("", parts.subList(MOST_CODES - 1, parts.size()));
    kept.add(TextCut.atSentences(room - utf8(CUT_OFF)).parts(rest).getFirst() + CUT_OFF);
    return kept;
  }

  /** The facts and the headings; those of low levels are left out where there are too many. */
  private static List<String> headings(TakenPage page) {
    for (int deepest = 4; deepest > 1; deepest--) {
      List<String> lines = lines(page.facts(), headings(page.gist(), deepest));
      if (parts(String.join("\n", lines), room(page)).size() <= MOST_CODES) {
        return lines;
      }
    }
    return lines(page.facts(), headings(page.gist(), 1));
  }

  /** The headings down to a level, each further in than those above it. */
  private static List<String> headings(TakenPage.Gist gist, int deepest) {
    return gist.headings().stream()
        .filter(heading -> heading.level() <= deepest)
        .map(heading -> "\u3000".repeat(heading.level() - 1) + heading.text())
        .toList();
  }

  private static List<String> lines(List<String> first, List<String> then) {
    List<String> lines = new ArrayList<>(first);
    lines.addAll(then);
    return lines;
  }

  private static List<String> numbered(TakenPage page, List<String> parts) {
    List<String> texts = new ArrayList<>();
    for (String part : parts) {
      texts.add(head(page, texts.size() + 1, parts.size()) + part);
    }
    return texts;
  }

  /** The line that each code begins with. */
  private static String head(TakenPage page, int number, int all) {
    return CodeHead.of(page.title(), number, all, page.source().issuer()) + "\n";
  }

  /** Bytes that the head leaves for the text. */
  private static int room(TakenPage page) {
    return MOST_BYTES - utf8(head(page, MOST_CODES, MOST_CODES));
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Parts that end with a paragraph or a sentence; only where that takes a code more, anywhere. */
  private static List<String> parts(String text, int room) {
    List<String> fine = TextCut.atSentences(room).parts(text);
    return fine.size() <= MOST_CODES ? fine : TextCut.anywhere(room).parts(text);
  }
}
