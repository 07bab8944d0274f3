package org.openhall.simulator.printer;

import static org.openhall.simulator.printer.Extent.counted;
import static org.openhall.simulator.printer.Extent.fixed;
import static org.openhall.simulator.printer.Extent.untilNul;

import java.util.Arrays;
import java.util.Optional;

/** The ESC/POS commands that the printer can tell apart, by their first one or two bytes. */
@SuppressWarnings("ImmutableEnumChecker") // the extents are functions without state
enum Op {
  TEXT(Group.TEXT, -1, -1, fixed(1)),
  TOO_LONG(Group.NOT_EMULATED, -1, -1, fixed(1)),
  UNKNOWN(Group.UNKNOWN, -1, -1, fixed(2)),
  UNKNOWN_CONTROL(Group.UNKNOWN, -1, -1, fixed(1)),

  NUL(Group.NOTHING, 0x00, -1, fixed(1)),
  TAB(Group.PAPER, 0x09, -1, fixed(1)),
  LINE_FEED(Group.PAPER, 0x0A, -1, fixed(1)),
  FORM_FEED(Group.NOTHING, 0x0C, -1, fixed(1)),
  CARRIAGE_RETURN(Group.NOTHING, 0x0D, -1, fixed(1)),

  REALTIME_STATUS(Group.REALTIME, Op.DLE, 0x04, Extent::realTimeStatus),
  REALTIME_ENQUIRY(Group.REALTIME, Op.DLE, 0x05, fixed(3)),
  REALTIME_REQUEST(Group.REALTIME, Op.DLE, 0x14, Extent::realTimeRequest),

  INITIALISE(Group.STYLE, Op.ESC, '@', fixed(2)),
  ALIGN(Group.STYLE, Op.ESC, 'a', fixed(3)),
  PRINT_MODE(Group.STYLE, Op.ESC, '!', fixed(3)),
  EMPHASIS(Group.STYLE, Op.ESC, 'E', fixed(3)),
  DOUBLE_STRIKE(Group.STYLE, Op.ESC, 'G', fixed(3)),
  UNDERLINE(Group.STYLE, Op.ESC, '-', fixed(3)),
  FONT(Group.STYLE, Op.ESC, 'M', fixed(3)),
  CODE_PAGE(Group.STYLE, Op.ESC, 't', fixed(3)),
  INTERNATIONAL(Group.STYLE, Op.ESC, 'R', fixed(3)),
  DEFAULT_SPACING(Group.STYLE, Op.ESC, '2', fixed(2)),
  LINE_SPACING(Group.STYLE, Op.ESC, '3', fixed(3)),
  CHARACTER_SIZE(Group.STYLE, Op.GS, '!', fixed(3)),
  REVERSE(Group.STYLE, Op.GS, 'B', fixed(3)),
  KANJI_ON(Group.STYLE, Op.FS, '&', fixed(2)),
  KANJI_OFF(Group.STYLE, Op.FS, '.', fixed(2)),
  KANJI_MODE(Group.STYLE, Op.FS, '!', fixed(3)),
  KANJI_UNDERLINE(Group.STYLE, Op.FS, '-', fixed(3)),
  KANJI_QUADRUPLE(Group.STYLE, Op.FS, 'W', fixed(3)),
  KANJI_SPACING(Group.STYLE, Op.FS, 'S', fixed(4)),

  CHARACTER_SPACING(Group.STYLE, Op.ESC, ' ', fixed(3)),
  LEFT_MARGIN(Group.STYLE, Op.GS, 'L', fixed(4)),
  PRINT_WIDTH(Group.STYLE, Op.GS, 'W', fixed(4)),
  ABSOLUTE_POSITION(Group.PAPER, Op.ESC, '$', fixed(4)),
  RELATIVE_POSITION(Group.PAPER, Op.ESC, '\\', fixed(4)),

  FEED_LINES(Group.PAPER, Op.ESC, 'd', fixed(3)),
  FEED_DOTS(Group.PAPER, Op.ESC, 'J', fixed(3)),
  CUT(Group.PAPER, Op.GS, 'V', Extent::cut),
  FULL_CUT(Group.PAPER, Op.ESC, 'i', fixed(2)),
  PARTIAL_CUT(Group.PAPER, Op.ESC, 'm', fixed(2)),

  RASTER(Group.SYMBOL, Op.GS, 'v', Extent::raster),
  BARCODE(Group.SYMBOL, Op.GS, 'k', Extent::barcode),
  BARCODE_HEIGHT(Group.SYMBOL, Op.GS, 'h', fixed(3)),
  BARCODE_MODULE(Group.SYMBOL, Op.GS, 'w', fixed(3)),
  BARCODE_TEXT(Group.SYMBOL, Op.GS, 'H', fixed(3)),
  BARCODE_FONT(Group.NOTHING, Op.GS, 'f', fixed(3)),

  AUTOMATIC_STATUS(Group.REPLY, Op.GS, 'a', fixed(3)),
  TRANSMIT_STATUS(Group.REPLY, Op.GS, 'r', fixed(3)),
  TRANSMIT_ID(Group.REPLY, Op.GS, 'I', fixed(3)),

  EXTENDED(Group.EXTENDED, Op.GS, '(', counted(3, 2)),

  PULSE(Group.NOTHING, Op.ESC, 'p', fixed(5)),
  PANEL_BUTTONS(Group.NOTHING, Op.ESC, 'c', fixed(4)),
  SELECT_DEVICE(Group.NOTHING, Op.ESC, '=', fixed(3)),
  TAB_STOPS(Group.NOTHING, Op.ESC, 'D', untilNul(2)),
  SMOOTHING(Group.NOTHING, Op.GS, 'b', fixed(3)),

  UPSIDE_DOWN(Group.NOT_EMULATED, Op.ESC, '{', fixed(3)),
  ROTATED(Group.NOT_EMULATED, Op.ESC, 'V', fixed(3)),
  BIT_IMAGE(Group.NOT_EMULATED, Op.ESC, '*', Extent::columns),
  MOTION_UNITS(Group.NOT_EMULATED, Op.GS, 'P', fixed(4)),
  LARGE_GRAPHICS(Group.NOT_EMULATED, Op.GS, '8', counted(3, 4)),
  KANJI_CODE(Group.NOT_EMULATED, Op.FS, 'C', fixed(3)),
  KANJI_EXTENDED(Group.EXTENDED, Op.FS, '(', counted(3, 2));

  /** What part of the printer a command is for. */
  enum Group {
    TEXT,
    STYLE,
    PAPER,
    SYMBOL,
    REPLY,
    EXTENDED,
    /** Answered when it comes, whatever is held back before it. */
    REALTIME,
    /** Without effect on paper, or of no use here. */
    NOTHING,
    /** Known by its length, but what it does to the paper is not drawn. */
    NOT_EMULATED,
    UNKNOWN
  }

  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private final Group group;
  private final int first;
  private final int second;
  private final Extent extent;

  Op(Group group, int first, int second, Extent extent) {
    this.group = group;
    this.first = first;
    this.second = second;
    this.extent = extent;
  }

  Group group() {
    return group;
  }

  Extent extent() {
    return extent;
  }

  /** Whether a command that begins with this byte is told by its second byte. */
  static boolean hasSecond(int first) {
    return first == DLE || first == ESC || first == FS || first == GS;
  }

  /** The command that is this one byte. */
  static Op of(int only) {
    return find(only, -1).orElse(UNKNOWN_CONTROL);
  }

  /** The command that begins with these two bytes. */
  static Op of(int first, int second) {
    return find(first, second).orElse(UNKNOWN);
  }

  private static Optional<Op> find(int first, int second) {
    return Arrays.stream(values())
        .filter(op -> op.first == first && op.second == second && first >= 0)
        .findFirst();
  }
}
