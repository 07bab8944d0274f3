package org.openhall.office.desk.release;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.ui.Model;

/** What a page on which somebody signs needs: its scripts, and the words that these say. */
public final class SigningPage {
  private SigningPage() {}

  /** Puts it into a page's model. */
  public static void fill(Model model, Locale locale, RepositoryPublisher repository)
      throws IOException {
    model.addAttribute("newestRoot", repository.nextVersion("root") - 1);
    model.addAttribute("newestTargets", repository.nextVersion("targets") - 1);
    model.addAttribute("isOut", repository.nextVersion("snapshot") > 1);
    List<SigningScripts.Script> scripts = SigningScripts.all();
    model.addAttribute("scripts", scripts);
    model.addAttribute("scriptsCode", SigningScripts.fingerprint(scripts));
    model.addAttribute("scriptWords", words(locale));
  }

  /** The scripts' own, and what the fields of records are called on all pages. */
  static Map<String, String> words(Locale locale) {
    Map<String, String> words = new TreeMap<>();
    put(words, bundle("org.openhall.office.desk.signing", locale), "signing.js.", "");
    put(words, bundle("org.openhall.office.desk.field", locale), "field.", "field.");
    return words;
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static void put(
      Map<String, String> words, ResourceBundle bundle, String prefix, String instead) {
    for (String key : bundle.keySet()) {
      if (key.startsWith(prefix)) {
        words.put(instead + key.substring(prefix.length()), bundle.getString(key));
      }
    }
  }
}
