package org.openhall.simulator.smartcard;

/** What may be wrong with the card in the slot. All but {@link #TEAR} last until told otherwise. */
public enum ChipFault {
  /** Nothing. */
  OK,
  /** Commands are read and never answered. */
  MUTE,
  /** The card is pulled out in the middle of the next READ RECORD, once. */
  TEAR,
  /** Every command is answered with the status 6F00. */
  WRONG_STATUS,
  /** Records end before their length says. */
  TRUNCATED,
  /** Every answer promises that more will come. */
  ENDLESS
}
