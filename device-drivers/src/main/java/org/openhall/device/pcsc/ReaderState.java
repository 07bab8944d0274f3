package org.openhall.device.pcsc;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a reader: {@code SCARD_READERSTATE}.
 *
 * @param reader the reader's name
 * @param flags the low half: {@code SCARD_STATE_…}; the high half: how many cards came and went, by
 *     pcsc-lite's count since it knows the reader
 */
record ReaderState(String reader, int flags) {

  /** {@code SCARD_STATE_…} of {@code pcsclite.h}. */
  private static final int CHANGED = 0x0002;

  private static final int UNKNOWN = 0x0004;
  private static final int UNAVAILABLE = 0x0008;
  private static final int PRESENT = 0x0020;

  /**
   * {@code szReader, pvUserData, dwCurrentState, dwEventState, cbAtr, rgbAtr[33]} and what fills it
   * up to 80 bytes.
   */
  private static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          ValueLayout.ADDRESS.withName("szReader"),
          ValueLayout.ADDRESS.withName("pvUserData"),
          PcscLite.DWORD.withName("dwCurrentState"),
          PcscLite.DWORD.withName("dwEventState"),
          PcscLite.DWORD.withName("cbAtr"),
          MemoryLayout.sequenceLayout(PcscLite.MAX_ATR_SIZE, ValueLayout.JAVA_BYTE),
          MemoryLayout.paddingLayout(7));

  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final long CURRENT_AT = offset("dwCurrentState");
  private static final long EVENT_AT = offset("dwEventState");

  /** A reader of which nothing is known yet: {@code SCARD_STATE_UNAWARE}. */
  static ReaderState unaware(String reader) {
    return new ReaderState(reader, 0);
  }

  boolean present() {
    return (flags & PRESENT) != 0;
  }

  /** Whether the resource manager has no such reader, or lost it. */
  boolean lost() {
    return (flags & (UNKNOWN | UNAVAILABLE)) != 0;
  }

  /** How many cards came and went. */
  int count() {
    return flags >>> 16;
  }

  /** Whether a card came or went between the two; not whether somebody uses the card. */
  boolean cardMoved(ReaderState later) {
    return present() != later.present() || count() != later.count() || lost() != later.lost();
  }

  /** The array as SCardGetStatusChange takes it. */
  static MemorySegment write(List<ReaderState> states, Arena arena) {
    MemorySegment array = arena.allocate(LAYOUT, states.size());
    for (int i = 0; i < states.size(); i++) {
      MemorySegment state = array.asSlice(i * LAYOUT.byteSize(), LAYOUT);
      state.set(POINTER, 0, arena.allocateFrom(states.get(i).reader()));
      state.set(PcscLite.DWORD, CURRENT_AT, Integer.toUnsignedLong(states.get(i).flags()));
    }
    return array;
  }

  /** What SCardGetStatusChange left in the array. */
  static List<ReaderState> read(MemorySegment array, List<ReaderState> before) {
    List<ReaderState> states = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      MemorySegment state = array.asSlice(i * LAYOUT.byteSize(), LAYOUT);
      int flags = (int) state.get(PcscLite.DWORD, EVENT_AT) & ~CHANGED;
      states.add(new ReaderState(before.get(i).reader(), flags));
    }
    return states;
  }

  private static long offset(String field) {
    return LAYOUT.byteOffset(MemoryLayout.PathElement.groupElement(field));
  }
}
