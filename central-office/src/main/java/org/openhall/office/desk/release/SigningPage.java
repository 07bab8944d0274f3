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
  private static final String BUNDLE = "org.openhall.office.desk.signing";
  private static final String PREFIX = "signing.js.";

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

  private static Map<String, String> words(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    for (String key : bundle.keySet()) {
      if (key.startsWith(PREFIX)) {
        words.put(key.substring(PREFIX.length()), bundle.getString(key));
      }
    }
    return words;
  }
}
