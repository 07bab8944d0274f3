package org.openhall.device.pcsc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;

/**
 * The functions of {@code libpcsclite.so.1} with their C types as they stand in {@code winscard.h}
 * and {@code wintypes.h} of pcsc-lite 1.9.9 on 64-bit Linux: {@code LONG}, {@code DWORD}, {@code
 * SCARDCONTEXT} and {@code SCARDHANDLE} are C {@code long}s of 8 bytes. (macOS and Windows have
 * other layouts and are not served.)
 *
 * <p>All but SCardCancel may block. Calls on one context, or on handles of it, wait for each other
 * inside of the library.
 */
@SuppressWarnings("restricted") // the program is started with --enable-native-access
final class PcscLite {

  /** {@code SCARD_SCOPE_SYSTEM}. */
  static final long SCOPE_SYSTEM = 2;

  /** {@code SCARD_SHARE_SHARED}, {@code SCARD_SHARE_DIRECT}. */
  static final long SHARE_SHARED = 2;

  static final long SHARE_DIRECT = 3;

  /** {@code SCARD_PROTOCOL_T0}, {@code …_T1}, {@code …_RAW}. */
  static final long PROTOCOL_T0 = 1;

  static final long PROTOCOL_T1 = 2;
  static final long PROTOCOL_RAW = 4;

  /** {@code SCARD_LEAVE_CARD}, {@code SCARD_RESET_CARD}. */
  static final long LEAVE_CARD = 0;

  static final long RESET_CARD = 1;

  /** {@code MAX_ATR_SIZE}. */
  static final int MAX_ATR_SIZE = 33;

  static final ValueLayout.OfLong DWORD = ValueLayout.JAVA_LONG;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
  private static final Linker LINKER = Linker.nativeLinker();

  final OnContext release;
  final OnContext cancel;
  final OnContext begin;
  final WithDisposition disconnect;
  final WithDisposition end;
  final Establish establish;
  final ListReaders listReaders;
  final StatusChange statusChange;
  final Connect connect;
  final Status status;
  final Transmit transmit;
  final Control control;

  private final SymbolLookup library;

  /**
   * Binds the functions.
   *
   * @throws PcscException SCARD_E_NO_SERVICE where the library is not installed
   */
  PcscLite() throws PcscException {
    library = open();
    release = link(OnContext.class, "SCardReleaseContext", DWORD);
    cancel = link(OnContext.class, "SCardCancel", DWORD);
    begin = link(OnContext.class, "SCardBeginTransaction", DWORD);
    disconnect = link(WithDisposition.class, "SCardDisconnect", DWORD, DWORD);
    end = link(WithDisposition.class, "SCardEndTransaction", DWORD, DWORD);
    establish = link(Establish.class, "SCardEstablishContext", DWORD, POINTER, POINTER, POINTER);
    listReaders = link(ListReaders.class, "SCardListReaders", DWORD, POINTER, POINTER, POINTER);
    statusChange = link(StatusChange.class, "SCardGetStatusChange", DWORD, DWORD, POINTER, DWORD);
    connect = link(Connect.class, "SCardConnect", DWORD, POINTER, DWORD, DWORD, POINTER, POINTER);
    status =
        link(
            Status.class,
            "SCardStatus",
            DWORD,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER);
    transmit =
        link(
            Transmit.class,
            "SCardTransmit",
            DWORD,
            POINTER,
            POINTER,
            DWORD,
            POINTER,
            POINTER,
            POINTER);
    control =
        link(Control.class, "SCardControl", DWORD, DWORD, POINTER, DWORD, POINTER, DWORD, POINTER);
  }

  /** {@code LONG f(SCARDCONTEXT)} or {@code LONG f(SCARDHANDLE)}. */
  public interface OnContext {
    long call(long contextOrHandle);
  }

  public interface WithDisposition {
    long call(long handle, long disposition);
  }

  public interface Establish {
    long call(long scope, MemorySegment no, MemorySegment reserved, MemorySegment context);
  }

  public interface ListReaders {
    long call(long context, MemorySegment groups, MemorySegment names, MemorySegment length);
  }

  public interface StatusChange {
    long call(long context, long timeoutMillis, MemorySegment states, long count);
  }

  public interface Connect {
    long call(
        long context,
        MemorySegment reader,
        long share,
        long protocols,
        MemorySegment handle,
        MemorySegment protocol);
  }

  public interface Status {
    long call(
        long handle,
        MemorySegment reader,
        MemorySegment readerLength,
        MemorySegment state,
        MemorySegment protocol,
        MemorySegment atr,
        MemorySegment atrLength);
  }

  public interface Transmit {
    long call(
        long handle,
        MemorySegment sendPci,
        MemorySegment command,
        long length,
        MemorySegment receivePci,
        MemorySegment answer,
        MemorySegment answerLength);
  }

  public interface Control {
    long call(
        long handle,
        long code,
        MemorySegment command,
        long length,
        MemorySegment answer,
        long room,
        MemorySegment answerLength);
  }

  private static SymbolLookup open() throws PcscException {
    try {
      return SymbolLookup.libraryLookup("libpcsclite.so.1", Arena.global());
    } catch (IllegalArgumentException e) {
      throw new PcscException(ReturnCode.SCARD_E_NO_SERVICE, e);
    }
  }

  private <T> T link(Class<T> type, String function, MemoryLayout... arguments) {
    MemorySegment symbol = library.findOrThrow(function);
    return MethodHandleProxies.asInterfaceInstance(
        type, LINKER.downcallHandle(symbol, FunctionDescriptor.of(DWORD, arguments)));
  }
}
