package org.openhall.device.transport;

/** Ends a {@link DeviceJob} whose command is no longer wanted; the connection stays good. */
public final class CommandCancelledException extends Exception {

  /** The caller no longer wants it. */
  public CommandCancelledException() {
    super("the command was cancelled", null, false, false);
  }
}
