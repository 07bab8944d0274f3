package org.openhall.office.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Pages and drawings: whether something in them runs, or fetches something by itself. */
final class Markup {
  private static final Set<String> RUNNING =
      Set.of("script", "iframe", "frame", "object", "embed", "applet", "base", "portal", "handler");

  /** Attributes whose value is an address. */
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "xlink:href", "data", "background", "poster");

  private static final Pattern RUNS =
      Pattern.compile("^(javascript|vbscript|livescript|data:text/html|data:image/svg)");
  private static final Pattern PAGE =
      Pattern.compile("<(!doctype html|html|script|svg|iframe)[\\s>]", Pattern.CASE_INSENSITIVE);

  private Markup() {}

  /** Whether a text begins as a browser would take for a page. */
  static boolean isPage(String start) {
    return PAGE.matcher(start).find();
  }

  /** Names the first thing that runs. */
  static void check(String html, FileContent.Faults faults) {
    for (Element element : Jsoup.parse(html).getAllElements()) {
      String name = element.normalName();
      if (RUNNING.contains(name)) {
        faults.add(FileFault.SCRIPT, "<" + name + ">");
        return;
      }
      if (name.equals("meta") && element.attr("http-equiv").equalsIgnoreCase("refresh")) {
        faults.add(FileFault.SCRIPT, "<meta http-equiv=refresh>");
        return;
      }
      for (Attribute attribute : element.attributes()) {
        if (runs(attribute)) {
          faults.add(FileFault.SCRIPT, "<" + name + " " + attribute.getKey() + ">");
          return;
        }
      }
    }
  }

  private static boolean runs(Attribute attribute) {
    String key = attribute.getKey().toLowerCase(Locale.ROOT);
    // browsers skip white space and control characters inside a scheme
    String value = attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    return (key.startsWith("on") && key.length() > 2)
        || key.equals("srcdoc")
        || (ADDRESSES.contains(key) && RUNS.matcher(value).find());
  }
}
