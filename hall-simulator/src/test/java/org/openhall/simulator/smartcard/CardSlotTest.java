package org.openhall.simulator.smartcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhall.simulator.card.CardBox;

/** The slot, called by what vpcd would call it by. */
@Timeout(60)
class CardSlotTest {

  private static final String SELECT = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF";

  private ServerSocket vpcd;
  private CardSlot slot;
  private Socket line;

  @BeforeEach
  void open() throws IOException {
    vpcd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    slot =
        new CardSlot(new InetSocketAddress(vpcd.getInetAddress(), vpcd.getLocalPort()), () -> {});
    line = new Socket();
  }

  @AfterEach
  void close() throws IOException {
    slot.close();
    line.close();
    vpcd.close();
  }

  @Test
  void answersAsTheCardOfEachVersionDoes() throws IOException {
    insert("social-1");
    assertEquals("3B021450", ask("04"));
    select("6113");
    assertEquals("6A86", ask("00A4020002EF05"));
    assertEquals("9000", ask("00A4000002EF05"));
    assertEquals("6A86", ask("00B2030406"));
    assertEquals("6C06", ask("00B2030000"));
    assertEquals("0304312E30309000", ask("00B2030006"));
    assertEquals("9000", ask("00A4000002EF06"));
    assertEquals("6C14", ask("00B2080000"));
    assertEquals("6A83", ask("00B2010000"));
    insert("social-3");
    select("6113");
    assertEquals("9000", ask("00A4020002EF06"));
    assertEquals("6C14", ask("00B2010400"));
    assertEquals("091EC5B7D1F48139EF319534B23520", ask("00B2020420").substring(0, 30));
    assertEquals("6A83", ask("00B2080400"));
  }

  @Test
  void keepsWhatIsProtectedOrLockedAndKnowsOtherCards() throws IOException {
    insert("social-protected");
    select("6113");
    assertEquals("9000", ask("00A4020002EF06"));
    assertEquals("6982", ask("00B2010414"));
    insert("social-locked");
    select("6A81");
    insert("other-card");
    select("6A82");
    assertEquals("6D00", ask("00B0000000"));
  }

  @Test
  void countsWrongPinsAndLocksTheCard() throws IOException {
    insert("social-3");
    assertEquals(3, slot.triesLeft());
    for (String status : List.of("63C2", "63C1", "6983")) {
      assertEquals(status, ask("0020000003888888"));
    }
    select("6A81");
    assertEquals(0, slot.triesLeft());
  }

  @Test
  void hasEveryFault() throws IOException {
    insert("social-3");
    select("6113");
    ask("00A4020002EF05");
    slot.setFault(ChipFault.TRUNCATED);
    assertEquals("6C03", ask("00B2030406"));
    assertEquals("0304339000", ask("00B2030403"));
    slot.setFault(ChipFault.WRONG_STATUS);
    assertEquals("6F00", ask("00B2030406"));
    slot.setFault(ChipFault.ENDLESS);
    assertEquals("6110", ask("00C0000010"));
    slot.setFault(ChipFault.MUTE);
    send("00B2030406");
    while (slot.commands().size() < 7) {
      Thread.onSpinWait();
    }
    slot.setFault(ChipFault.TEAR);
    assertEquals("9000", ask("00A4020002EF05"));
    assertThrows(EOFException.class, () -> ask("00B2030406"));
    assertFalse(slot.chip().isPresent());
    assertEquals(ChipFault.OK, slot.fault());
  }

  @Test
  void aBrokenCardIsBrokenInItsOwnWay() throws IOException {
    insert("social-atr");
    assertEquals("11021450", ask("04"));
    insert("social-unreadable");
    assertEquals("6F00", ask(SELECT));
    insert("social-garbage");
    select("6113");
    assertEquals("9000", ask("00A4020002EF05"));
    assertNotEquals("0304332E30309000", ask("00B2030406"));
  }

  @Test
  void aCardLeavesAfterSoManyBytesWereReadOffIt() throws IOException {
    insert("social-3");
    select("6113");
    slot.tearAfter(6);
    assertEquals("9000", ask("00A4020002EF05"));
    assertEquals("0304332E30309000", ask("00B2030406"));
    assertThrows(EOFException.class, () -> ask("00B207040B"));
    assertFalse(slot.chip().isPresent());
    insert("social-slips");
    select("6113");
    assertEquals("9000", ask("00A4020002EF05"));
    assertEquals("0304332E30309000", ask("00B2030406"));
    assertEquals("070943", ask("00B207040B").substring(0, 6));
    assertEquals("070943", ask("00B207040B").substring(0, 6));
    assertThrows(EOFException.class, () -> ask("00B207040B"));
  }

  @Test
  void saysThatItWasReadWhenItsHolderWasAskedFor() throws IOException {
    insert("social-3");
    select("6113");
    assertFalse(slot.cardWasRead());
    assertEquals("9000", ask("00A4020002EF06"));
    assertEquals("6C14", ask("00B2010400"));
    assertTrue(slot.cardWasRead());
  }

  @Test
  void saysWhyNobodySeesTheCardAndCallsOn() throws IOException, InterruptedException {
    int port = vpcd.getLocalPort();
    vpcd.close();
    slot.insert(CardBox.authored().chips().getFirst());
    assertTrue(slot.awaitCall().isPresent());
    assertFalse(slot.connected());
    vpcd = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    line = vpcd.accept();
    assertEquals("3B021450", ask("04"));
    assertTrue(slot.refusal().isEmpty());
  }

  @Test
  void callsAgainAfterTheResourceManagerWasAway() throws IOException {
    insert("social-2");
    select("6113");
    line.close();
    line = vpcd.accept();
    assertEquals("3B021450", ask("04"));
    assertEquals(List.of(SELECT), slot.commands());
  }

  private void insert(String name) throws IOException {
    slot.insert(
        CardBox.authored().chips().stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow());
    line.close();
    line = vpcd.accept();
  }

  private void select(String status) throws IOException {
    assertEquals(status, ask(SELECT));
  }

  private String ask(String hex) throws IOException {
    send(hex);
    DataInputStream in = new DataInputStream(line.getInputStream());
    byte[] answer = new byte[in.readUnsignedShort()];
    in.readFully(answer);
    return HexFormat.of().formatHex(answer).toUpperCase(Locale.ROOT);
  }

  private void send(String hex) throws IOException {
    byte[] command = HexFormat.of().parseHex(hex);
    DataOutputStream out = new DataOutputStream(line.getOutputStream());
    out.writeShort(command.length);
    out.write(command);
  }
}
