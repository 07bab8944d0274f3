package org.openhall.kiosk.screen.takeaway;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.device.Receipt;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/**
 * What of a page can be taken away, in its own words.
 *
 * @param title its title
 * @param facts its facts, one line each; see {@link #lines}
 * @param body its text, one paragraph each
 * @param gist what stands for it where it is long
 * @param source the release that it is read from, and where the original is
 * @param receipt a receipt of its own, e.g. 一次性告知; null where the text itself is printed
 */
public record TakenPage(
    String title,
    List<String> facts,
    List<String> body,
    Gist gist,
    Source source,
    @Nullable Receipt receipt) {

  /**
   * What stands for a long text; never composed.
   *
   * @param summary its 内容概述, or null where it has none
   * @param headings its headings, in order
   */
  public record Gist(@Nullable String summary, List<Heading> headings) {
    /** Of a page that has neither. */
    public static final Gist NONE = new Gist(null, List.of());

    public Gist {
      headings = List.copyOf(headings);
    }
  }

  /** A heading, level 1 (highest) to 4. */
  public record Heading(int level, String text) {}

  /**
   * Where a page comes from.
   *
   * @param publisher who issued it, or null where that is the office of the release
   * @param url address of the original, or null
   * @param release the release that is shown, or null if it is not known
   */
  public record Source(
      @Nullable String publisher, @Nullable String url, @Nullable ReleaseInfo release) {
    /** Of a page without an original, issued by the office of the release. */
    public static final Source OFFICE = new Source(null, null, null);

    /** Who issued it: the publisher, else the office; empty where neither is known. */
    String issuer() {
      return publisher != null ? publisher : release == null ? "" : release.office();
    }
  }

  public TakenPage {
    facts = List.copyOf(facts);
    body = List.copyOf(body);
  }

  /** The facts that the source gives, each as 名称：内容. */
  public static List<String> lines(List<Fact> facts, Messages words) {
    return facts.stream()
        .flatMap(fact -> line(fact.label(), fact.value(), words).stream())
        .toList();
  }

  /** One fact as a line; none where the source does not give it. */
  public static List<String> line(String label, @Nullable String value, Messages words) {
    return value == null ? List.of() : List.of(words.text("pair", label, value.replace('\n', ' ')));
  }

  /** The same page, of this release where it names none itself. */
  TakenPage of(@Nullable ReleaseInfo shown) {
    ReleaseInfo release = source.release() == null ? shown : source.release();
    Source of = new Source(source.publisher(), source.url(), release);
    return new TakenPage(title, facts, body, gist, of, receipt);
  }

  /** All that it says under its title, lines parted by line feeds. */
  String text() {
    return Stream.concat(facts.stream(), body.stream()).collect(Collectors.joining("\n"));
  }
}
