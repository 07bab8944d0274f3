package org.openhall.demo.walk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openhall.browser.Browser;
import org.openhall.browser.Screenshot;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.office.people.Totp;
import org.openhall.office.text.OfficeTime;

/** One of the office's staff: a browser of their own, a password, codes of a telephone, a key. */
final class Clerk implements AutoCloseable {
  private static final String PASSWORD = "晨光 walks by the river";

  private final org.openhall.browser.Walk desk;
  private final Path key;

  /**
   * Somebody who has not signed in yet.
   *
   * @param office where the desk is
   * @param key the file of their key
   */
  private Clerk(Browser browser, URI office, Path key) {
    this.desk = browser.walk(office, "zh-CN");
    this.key = key;
  }

  /**
   * Has the office make an account, and signs in to it.
   *
   * @param office where the desk is
   * @param role such as {@code emergency-officer}, whose key lies among the demo's
   */
  static Clerk joins(Hall hall, Browser browser, URI office, String id, String name, String role)
      throws IOException, InterruptedException, HallException {
    String said = hall.office("people", "add", id, "--name", name, "--role", role);
    String code = said.strip().lines().reduce((_, last) -> last).orElseThrow();
    String key = role.equals("emergency-officer") ? "emergency" : role + "s";
    Clerk clerk =
        new Clerk(browser, office, hall.office().resolve("demo-keys").resolve(key + ".key"));
    clerk.signIn(id, code);
    return clerk;
  }

  /** Signs in for the first time: by the code from the office, then a password and a telephone. */
  private void signIn(String id, String code) {
    desk.open("/desk").press("a[href$=begin]");
    desk.type("#id", id).type("#code", code).press("main button");
    String secret = desk.page().textContent(".secret").replace(" ", "");
    desk.type("#password", PASSWORD).type("#again", PASSWORD);
    desk.type("#code", Totp.code(secret, OfficeTime.clock().instant())).press("main button");
  }

  org.openhall.browser.Walk desk() {
    return desk;
  }

  Page page() {
    return desk.page();
  }

  /** Opens a page and waits there for something. */
  void open(String path, String selector) {
    desk.open(path);
    page().waitForSelector(selector);
  }

  /** Presses a button that leads to no other page. */
  void pressHere(String selector) {
    desk.tabTo(selector);
    page().keyboard().press("Enter");
  }

  /** Signs what this browser has computed from what it shows. */
  void sign() {
    page().waitForCondition(() -> page().isVisible("#sign") || page().isVisible("#refused"));
    if (page().isVisible("#first-use")) {
      desk.tabTo("#agreed");
      page().keyboard().press("Space");
    }
    page().setInputFiles("#key", key);
    pressHere("#go");
    page().waitForCondition(() -> page().isHidden("#sign") || page().isVisible("#refused"));
  }

  /** Those of the words that the page does not show, and what is wrong with it. */
  List<String> faults(List<String> words) {
    List<String> faults = new ArrayList<>(desk.faults());
    String shown = page().innerText("body");
    words.stream().filter(word -> !shown.contains(word)).forEach(faults::add);
    return faults;
  }

  void picture(Path file) {
    Screenshot.take(page(), new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    desk.close();
  }
}
