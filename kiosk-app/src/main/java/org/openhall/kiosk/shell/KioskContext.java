package org.openhall.kiosk.shell;

import java.time.Clock;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.typing.InputMethod;

/**
 * What a screen is given to work with.
 *
 * @param content the published content
 * @param files the attachments on this terminal
 * @param navigator the way between screens
 * @param session the visit under way
 * @param words the words of the present language
 * @param desk prints receipts
 * @param pages prints files on A4
 * @param inputMethod turns keys into Chinese
 * @param terminal what this terminal is called
 * @param orientation the canvas of this screen
 * @param clock the time, in the hall's zone
 */
public record KioskContext(
    ContentSource content,
    FileShelf files,
    Navigator navigator,
    Session session,
    Messages words,
    ReceiptDesk desk,
    PageDesk pages,
    InputMethod inputMethod,
    Terminal terminal,
    Orientation orientation,
    Clock clock) {

  /** The words of a key, see {@link Messages#text}. */
  public String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }
}
