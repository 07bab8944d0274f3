package org.openhall.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core, run in the page as a developer's tools would, past its content policy. */
final class Axe {
  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String RUN =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .filter(v => v.impact === 'serious' || v.impact === 'critical')
        .flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' – ' + n.failureSummary))
      """;

  private Axe() {}

  /** One line for each serious or critical fault. */
  static List<String> seriousFaults(Page page) {
    page.evaluate(script());
    return page.evaluate(RUN) instanceof List<?> found
        ? found.stream().map(Object::toString).toList()
        : List.of();
  }

  private static String script() {
    try (InputStream file = Axe.class.getResourceAsStream(SCRIPT)) {
      if (file == null) {
        throw new IllegalStateException(SCRIPT);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
