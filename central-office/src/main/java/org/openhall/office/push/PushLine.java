package org.openhall.office.push;

/** The open line of one terminal, as the hub sees it. Neither call waits for the terminal. */
public interface PushLine {

  /** Sends a frame as soon as the terminal takes it, unless a newer one takes its place. */
  void send(Frame frame);

  /** Ends the line. */
  void close();
}
