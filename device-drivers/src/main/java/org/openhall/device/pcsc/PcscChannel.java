package org.openhall.device.pcsc;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A logical channel of a card: commands go out with its number in their class byte. */
final class PcscChannel extends CardChannel {

  private static final int MANAGE_CHANNEL = 0x70;

  /** Data of a command in the short form, and two bytes of status. */
  private static final int SHORT_ANSWER = 258;

  private final PcscCard card;
  private final int number;
  private volatile boolean closed;

  PcscChannel(PcscCard card, int number) {
    this.card = card;
    this.number = number;
  }

  @Override
  public Card getCard() {
    return card;
  }

  @Override
  public int getChannelNumber() {
    requireOpen();
    return number;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) throws CardException {
    requireOpen();
    byte[] answer = send(command);
    try {
      return new ResponseAPDU(answer);
    } finally {
      Arrays.fill(answer, (byte) 0);
    }
  }

  /** Leaves nothing of the answer but in the caller's buffer. */
  @Override
  @SuppressWarnings("ReferenceEquality") // what the interface forbids is the same object
  public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
    requireOpen();
    if (response.isReadOnly()) {
      throw new ReadOnlyBufferException();
    }
    if (command == response) {
      throw new IllegalArgumentException("one buffer cannot hold both command and response");
    }
    CommandAPDU apdu = new CommandAPDU(command);
    if (response.remaining() < Math.max(SHORT_ANSWER, apdu.getNe() + 2)) {
      throw new IllegalArgumentException("the buffer has no room for the response");
    }
    byte[] answer = send(apdu);
    try {
      if (answer.length > response.remaining()) {
        throw new CardException("the card answered more than was asked for");
      }
      response.put(answer);
      return answer.length;
    } finally {
      Arrays.fill(answer, (byte) 0);
    }
  }

  private byte[] send(CommandAPDU command) throws CardException {
    byte[] bytes = command.getBytes();
    if (bytes[0] >= 0 && command.getINS() == MANAGE_CHANNEL) {
      throw new IllegalArgumentException("channels are opened and closed by their own methods");
    }
    bytes[0] = ClassByte.onChannel(bytes[0], number);
    return card.transmit(new CommandAPDU(bytes));
  }

  @Override
  public void close() throws CardException {
    if (number == 0) {
      throw new IllegalStateException("the basic channel ends with the card's connection");
    }
    card.requireConnected();
    if (closed) {
      return;
    }
    closed = true;
    byte cla = ClassByte.onChannel((byte) 0, number);
    byte[] answer = card.transmit(new CommandAPDU(cla, MANAGE_CHANNEL, 0x80, number));
    if (PcscCard.statusOf(answer) != 0x9000) {
      throw new CardException(
          "the card did not close the channel: %04X".formatted(PcscCard.statusOf(answer)));
    }
  }

  private void requireOpen() {
    card.requireConnected();
    if (closed) {
      throw new IllegalStateException("the channel was closed");
    }
  }

  @Override
  public String toString() {
    return "PC/SC channel " + number;
  }
}
