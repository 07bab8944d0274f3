package org.openhall.kiosk.shell;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The words of the screens in the present language. A screen asks when it is built; after a change
 * of language the shell builds it anew.
 */
public final class Messages {
  private static final List<String> BUNDLES =
      List.of(
          "org.openhall.kiosk.messages",
          "org.openhall.kiosk.reading",
          "org.openhall.kiosk.disclosure",
          "org.openhall.kiosk.files",
          "org.openhall.kiosk.service",
          "org.openhall.kiosk.technician",
          "org.openhall.kiosk.enrol");

  private final Language first;
  private final ReadOnlyObjectWrapper<Language> language;
  private List<ResourceBundle> bundles;

  /** Speaks Chinese at first. */
  public Messages() {
    this(Language.CHINESE);
  }

  /** Speaks the given language at the beginning of every visit. */
  public Messages(Language first) {
    this.first = first;
    this.language = new ReadOnlyObjectWrapper<>(first);
    this.bundles = bundlesOf(first.locale());
  }

  /** Speaks the first language again. */
  public void reset() {
    speak(first);
  }

  /** The present language. */
  public ReadOnlyObjectProperty<Language> language() {
    return language.getReadOnlyProperty();
  }

  /** Speaks the given language from now on. */
  public void speak(Language chosen) {
    bundles = bundlesOf(chosen.locale());
    language.set(chosen);
  }

  /**
   * The words of a key. With arguments the entry is a {@link MessageFormat} (a quote is doubled),
   * without arguments it is taken as it stands.
   *
   * @throws MissingResourceException if no bundle has the key: a programmer's mistake
   */
  public String text(String key, Object... arguments) {
    for (ResourceBundle bundle : bundles) {
      if (bundle.containsKey(key)) {
        return filled(bundle.getString(key), arguments);
      }
    }
    throw new MissingResourceException("no words for " + key, Messages.class.getName(), key);
  }

  private String filled(String words, Object... arguments) {
    return arguments.length == 0
        ? words
        : new MessageFormat(words, language.get().locale()).format(arguments);
  }

  private static List<ResourceBundle> bundlesOf(Locale locale) {
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return BUNDLES.stream().map(name -> ResourceBundle.getBundle(name, locale, exact)).toList();
  }
}
