package org.openhall.demo.walk;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openhall.browser.Browser;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/** The office's page of its terminal, as a system administrator sees it in a real browser. */
final class FleetScreen implements AutoCloseable {
  private static final String TERMINAL = "main a[href^='/desk/fleet/terminals/']";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Hall hall;
  private Optional<Browser> browser = Optional.empty();
  private Optional<Clerk> administrator = Optional.empty();

  FleetScreen(Hall hall) {
    this.hall = hall;
  }

  /** Opens the terminal's page, and looks again until it says something. */
  void open(String word) throws IOException, InterruptedException, HallException {
    Browser started = Browser.start();
    browser = Optional.of(started);
    URI office = URI.create(hall.terminalAddress().toString().replaceFirst("/$", ""));
    try {
      Clerk clerk = Clerk.joins(hall, started, office, "zhou", "周管理", "system-administrator");
      administrator = Optional.of(clerk);
      clerk.open("/desk/fleet", TERMINAL);
      String path = clerk.page().getAttribute(TERMINAL, "href");
      Await.until(
          "the terminal's page says " + word,
          PATIENCE,
          () -> {
            clerk.open(path, "main");
            return clerk.page().innerText("main").contains(word);
          });
      clerk.page().locator("main details summary").first().click();
      clerk
          .page()
          .locator("main section.card:has(details) h3")
          .first()
          .evaluate("it => it.scrollIntoView(true)");
    } catch (PlaywrightException | AssertionError e) {
      throw new HallException(String.valueOf(e.getMessage()).strip());
    }
  }

  /** Those of the words that it does not show, and what is wrong with the page. */
  List<String> faults(List<String> words) {
    return administrator.map(clerk -> clerk.faults(words)).orElse(words);
  }

  void picture(Path file) {
    administrator.ifPresent(clerk -> clerk.picture(file));
  }

  @Override
  public void close() {
    administrator.ifPresent(Clerk::close);
    browser.ifPresent(Browser::close);
  }
}
