package org.openhall.device.pcsc;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;

/**
 * A program that uses {@code javax.smartcardio} in every way that works with any provider, and says
 * what it saw. It runs in a process of its own, as SunPCSC keeps the resource manager for good.
 *
 * <p>Left out for what SunPCSC does on JDK 25: a wait that ends without a change still lists the
 * cards of before as inserted; 6Cxx to an extended length replaces half of it, to a command without
 * one its last byte; T=0 refuses every extended form.
 */
final class Script {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final CardTerminals terminals;

  private Script(CardTerminals terminals) {
    this.terminals = terminals;
  }

  interface Step {
    Object take() throws Exception;
  }

  /** The program: SunPCSC, or another name for ours. */
  public static void main(String[] provider) throws Exception {
    Provider chosen =
        provider[0].equals("SunPCSC") ? Security.getProvider("SunPCSC") : new PcscProvider();
    CardTerminals terminals = TerminalFactory.getInstance("PC/SC", null, chosen).terminals();
    Script script = new Script(terminals);
    script.readers();
    script.connecting();
    script.commands(terminals.getTerminal("Hall A 00 00"));
    script.buffers(terminals.getTerminal("Hall A 00 00"));
    script.channels(terminals.getTerminal("Hall A 00 00"));
    script.exclusive(terminals.getTerminal("Hall A 00 00"));
    script.ending(terminals.getTerminal("Hall A 00 00"));
    System.exit(0);
  }

  private void readers() {
    say("all", () -> names(terminals.list()));
    for (CardTerminals.State state : CardTerminals.State.values()) {
      say("in state " + state, () -> names(terminals.list(state)));
    }
    say("no state", () -> terminals.list(null));
    say("unknown reader", () -> terminals.getTerminal("nothing"));
    say("no name", () -> terminals.getTerminal(null));
    say("same reader", () -> same(terminals.list().getFirst(), terminals.list().getFirst()));
    say("no change", () -> terminals.waitForChange(20));
    say("removed since", () -> names(terminals.list(CardTerminals.State.CARD_REMOVAL)));
    say("a negative time", () -> terminals.waitForChange(-1));
    say("list kept", () -> terminals.list().removeIf(_ -> true));
  }

  @SuppressWarnings("ReferenceEquality") // the interface promises the same object
  private static boolean same(Object one, Object other) {
    return one == other;
  }

  private static List<String> names(List<CardTerminal> terminals) {
    return terminals.stream().map(CardTerminal::getName).toList();
  }

  private void connecting() {
    CardTerminal full = terminals.getTerminal("Hall A 00 00");
    CardTerminal empty = terminals.getTerminal("Hall A 00 01");
    say("present", () -> full.isCardPresent() + " " + empty.isCardPresent());
    say("wait present", () -> full.waitForCardPresent(20) + " " + empty.waitForCardPresent(20));
    say("wait absent", () -> full.waitForCardAbsent(20) + " " + empty.waitForCardAbsent(20));
    say("negative", () -> full.waitForCardPresent(-1));
    say("connect empty", () -> empty.connect("*"));
    say("connect nonsense", () -> full.connect("T=7"));
    say("connect null", () -> full.connect(null));
    say("connect T=1", () -> full.connect("T=1").getProtocol());
    say("same card", () -> same(full.connect("*"), full.connect("t=1")));
    say("other protocol", () -> full.connect("T=0"));
    say("ATR", () -> VirtualCard.hex(full.connect("*").getATR().getBytes()));
    say(
        "disconnect",
        () -> {
          Card card = full.connect("*");
          card.disconnect(false);
          card.disconnect(false);
          return card.getATR().getBytes().length + card.getProtocol();
        });
  }

  private void commands(CardTerminal terminal) throws Exception {
    CardChannel channel = terminal.connect("*").getBasicChannel();
    for (String command :
        List.of(
            "00 B0 00 00",
            "00 B0 00 00 02",
            "00 D6 00 00 02 01 02",
            "00 A4 04 00 02 3F 00 00",
            "00 A4 04 00 02 3F 00 10",
            "00 C1 00 00 00",
            "00 C2 00 00 00",
            "00 C3 00 00 00",
            "80 B0 00 00 02",
            "0C B0 00 00 02",
            "13 D6 00 00 01 02",
            "00 D6 00 00 00 01 00" + " 55".repeat(256),
            "00 A4 00 00 00 00 02 3F 00 00 00")) {
      say(
          "send " + command.substring(0, Math.min(30, command.length())),
          () -> answer(channel.transmit(new CommandAPDU(VirtualCard.bytes(command)))));
    }
    say("send nothing", () -> channel.transmit(null));
    say("manage", () -> channel.transmit(new CommandAPDU(0, 0x70, 0, 0, 1)));
  }

  private static String answer(ResponseAPDU answer) {
    return VirtualCard.hex(answer.getBytes());
  }

  private void buffers(CardTerminal terminal) throws Exception {
    CardChannel channel = terminal.connect("*").getBasicChannel();
    byte[] read = VirtualCard.bytes("00 B0 00 00 02");
    say(
        "into a buffer",
        () -> {
          ByteBuffer command = ByteBuffer.wrap(read);
          ByteBuffer response = ByteBuffer.allocate(300).position(3);
          int length = channel.transmit(command, response);
          return length
              + " "
              + command.remaining()
              + " "
              + response.position()
              + " "
              + VirtualCard.hex(response.array()).substring(0, 24);
        });
    say("too small", () -> channel.transmit(ByteBuffer.wrap(read), ByteBuffer.allocate(257)));
    say(
        "read only",
        () -> channel.transmit(ByteBuffer.wrap(read), ByteBuffer.allocate(300).asReadOnlyBuffer()));
    ByteBuffer both = ByteBuffer.allocate(300);
    say("the same", () -> channel.transmit(both, both));
    say(
        "too short",
        () -> channel.transmit(ByteBuffer.wrap(new byte[3]), ByteBuffer.allocate(300)));
    say("no buffer", () -> channel.transmit(null, ByteBuffer.allocate(300)));
    say("nowhere", () -> channel.transmit(ByteBuffer.wrap(read), null));
  }

  private void channels(CardTerminal terminal) throws Exception {
    Card card = terminal.connect("*");
    CardChannel basic = card.getBasicChannel();
    say("basic", () -> basic.getChannelNumber() + " " + same(basic.getCard(), card));
    say(
        "close basic",
        () -> {
          basic.close();
          return "closed";
        });
    CardChannel first = card.openLogicalChannel();
    CardChannel fifth = card.openLogicalChannel();
    say("numbers", () -> first.getChannelNumber() + " " + fifth.getChannelNumber());
    for (String command :
        List.of("00 B0 00 00 02", "10 D6 00 00 01 02", "80 B0 00 00 02", "00 C2 00 00 00")) {
      for (CardChannel channel : List.of(first, fifth)) {
        say(
            "on a channel " + command,
            () -> answer(channel.transmit(new CommandAPDU(VirtualCard.bytes(command)))));
      }
    }
    for (CardChannel channel : List.of(first, fifth)) {
      channel.close();
      say("number closed", channel::getChannelNumber);
      say("send closed", () -> channel.transmit(new CommandAPDU(0, 0xB0, 0, 0)));
    }
    say("none left", card::openLogicalChannel);
  }

  private void exclusive(CardTerminal terminal) throws Exception {
    Card card = terminal.connect("*");
    CardChannel channel = card.getBasicChannel();
    say("end unbegun", () -> done(card::endExclusive));
    say("begin", () -> done(card::beginExclusive));
    say("begin twice", () -> done(card::beginExclusive));
    beside(() -> say("by another", () -> channel.transmit(new CommandAPDU(0, 0xB0, 0, 0))));
    beside(() -> say("end by another", () -> done(card::endExclusive)));
    beside(() -> say("disconnect by another", () -> done(() -> card.disconnect(false))));
    say("by me", () -> answer(channel.transmit(new CommandAPDU(0, 0xB0, 0, 0))));
    say("end", () -> done(card::endExclusive));
    beside(
        () -> say("now another", () -> answer(channel.transmit(new CommandAPDU(0, 0xB0, 0, 0)))));
  }

  private static void beside(Runnable action) throws InterruptedException {
    Thread.ofPlatform().start(action).join();
  }

  interface Deed {
    void run() throws Exception;
  }

  private static String done(Deed deed) throws Exception {
    deed.run();
    return "done";
  }

  private void ending(CardTerminal terminal) throws Exception {
    Card card = terminal.connect("*");
    CardChannel channel = card.getBasicChannel();
    say("control", () -> card.transmitControlCommand(1, null));
    say("reset", () -> done(() -> card.disconnect(true)));
    say("send", () -> channel.transmit(new CommandAPDU(0, 0xB0, 0, 0)));
    say("channel", card::getBasicChannel);
    say("open channel", card::openLogicalChannel);
    say("number", channel::getChannelNumber);
    say("exclusive", () -> done(card::beginExclusive));
    say("control", () -> card.transmitControlCommand(1, new byte[0]));
    say("again", () -> done(() -> card.disconnect(true)));
    say("anew", () -> !same(terminal.connect("*"), card));
    terminal.connect("*").disconnect(false);
  }

  private void say(String what, Step step) {
    String seen;
    try {
      seen = String.valueOf(step.take());
    } catch (Exception e) {
      seen = e.getClass().getName();
    }
    out.println(what + ": " + seen);
  }
}
