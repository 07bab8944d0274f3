package org.openhall.simulator.printer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.simulator.printer.Host.Reply;

/**
 * Carries out commands that may be processed now: characters and symbols on paper, cuts, answers.
 */
final class Interpreter {

  private static final int TAB_COLUMNS = 8;

  private final PaperStrip strip;
  private final Consumer<String> errors;
  private final TextDecoder decoder = new TextDecoder();
  private Settings settings = new Settings();
  private SymbolPress symbols;

  /**
   * An interpreter with blank paper.
   *
   * @param dots printable across the paper
   * @param cut takes the paper that was cut off
   * @param errors takes what could not be carried out, in words
   */
  Interpreter(int dots, Consumer<List<PaperItem>> cut, Consumer<String> errors) {
    this.strip = new PaperStrip(dots, cut, errors);
    this.errors = errors;
    this.symbols = new SymbolPress(strip, errors);
  }

  /** How many pieces hang out of the printer, not cut off. */
  int pendingItems() {
    return strip.pendingItems();
  }

  /** Forgets the line that is being set. */
  void dropLine() {
    decoder.breakOff();
    strip.dropLine();
  }

  /** Carries out a command from that host. */
  void apply(Token token, Host host, Sensors sensors) {
    if (token.op() != Op.TEXT && decoder.breakOff()) {
      errors.accept("a character was begun and not ended before " + token.described());
    }
    switch (token.op().group()) {
      case TEXT -> text(token);
      case STYLE -> style(token, host);
      case PAPER -> paper(token);
      case SYMBOL -> symbols.apply(token, settings);
      case REPLY -> Reply.apply(token, host, sensors);
      case EXTENDED -> extended(token, host);
      case REALTIME -> realTime(token);
      case NOTHING -> {}
      case NOT_EMULATED -> notEmulated(token);
      case UNKNOWN -> errors.accept("unknown command " + token.described());
    }
  }

  /** Those that are known were done as they came. */
  private void realTime(Token token) {
    boolean known =
        switch (token.op()) {
          case REALTIME_STATUS -> token.n() >= 1 && token.n() <= 4;
          case REALTIME_ENQUIRY -> token.n() == 1 || token.n() == 2;
          default -> token.n() == 1 || token.n() == 8;
        };
    if (!known) {
      errors.accept("not emulated: real-time command " + token.described());
    }
  }

  /** What only sets something to its usual 0 changes nothing. */
  private void notEmulated(Token token) {
    boolean usual = token.bytes().length <= 4 && token.n() % '0' == 0;
    if (!usual || token.op() == Op.LARGE_GRAPHICS || token.op() == Op.BIT_IMAGE) {
      errors.accept("not emulated: " + token.op() + " " + token.described());
    }
  }

  private void text(Token token) {
    for (byte next : token.bytes()) {
      Optional<Glyph> glyph = decoder.take(next, settings);
      glyph.ifPresent(g -> strip.set(g, settings));
    }
  }

  private void style(Token token, Host host) {
    if (token.op() == Op.INITIALISE) {
      strip.dropLine();
      settings = new Settings();
      symbols = new SymbolPress(strip, errors);
      host.automaticStatus(false);
    } else {
      settings.apply(token);
    }
  }

  private void paper(Token token) {
    switch (token.op()) {
      case LINE_FEED -> strip.endLine(settings);
      case TAB -> tab();
      case FEED_LINES -> strip.feed(token.n() * settings.lineSpacing(), settings);
      case FEED_DOTS -> strip.feed(token.n(), settings);
      case ABSOLUTE_POSITION -> strip.moveTo((int) Extent.number(token.bytes(), 2, 2));
      case RELATIVE_POSITION ->
          strip.moveTo(strip.position() + (short) Extent.number(token.bytes(), 2, 2));
      default -> cut(token);
    }
  }

  /** Spaces up to the next stop of eight columns, or to the end of the line. */
  private void tab() {
    int stops = TAB_COLUMNS * Glyph.Cell.LATIN.width();
    int stop = (strip.position() / stops + 1) * stops;
    int before;
    do {
      before = strip.position();
      strip.set(settings.latin(' '), settings);
    } while (strip.position() > before && strip.position() < stop);
  }

  private void cut(Token token) {
    int feed = token.op() == Op.CUT && token.bytes().length > 3 ? token.at(3) : 0;
    if (!strip.blank()) {
      strip.feed(feed, settings);
      strip.cut(settings);
    }
  }

  /**
   * {@code GS ( k} symbols, {@code GS ( H} answer when processed, {@code FS ( C} the encoding;
   * others are skipped by length.
   */
  private void extended(Token token, Host host) {
    byte[] bytes = token.bytes();
    if (token.op() == Op.KANJI_EXTENDED) {
      encoding(bytes, token);
      return;
    }
    switch ((char) bytes[2]) {
      case 'k' -> symbols.twoDimensional(token, settings);
      case 'H' -> processId(bytes, host);
      default -> errors.accept("not emulated: GS ( " + (char) bytes[2] + " " + token.described());
    }
  }

  /** {@code FS ( C}, function 48: 1 by kanji mode and code page, 2 UTF-8; (A: the one font. */
  private void encoding(byte[] bytes, Token token) {
    if (bytes[2] == 'A') {
      return;
    }
    if (bytes[2] != 'C' || bytes.length < 7 || bytes[5] != '0') {
      errors.accept("not emulated: FS ( " + (char) bytes[2] + " " + token.described());
      return;
    }
    settings.utf8(bytes[6] % '0' == 2);
  }

  /** Function 48: the host's own four bytes come back when all before them is done. */
  private void processId(byte[] bytes, Host host) {
    if (bytes.length < 11 || bytes[5] != '0') {
      errors.accept("GS ( H has a function other than 48, or no id of 4 bytes");
      return;
    }
    String id = new String(Arrays.copyOfRange(bytes, 7, 11), StandardCharsets.ISO_8859_1);
    host.send(("7\"" + id + "\0").getBytes(StandardCharsets.ISO_8859_1));
  }
}
