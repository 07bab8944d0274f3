package org.openhall.simulator.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.simulator.Simulator;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.UsageException;

/** The panel without a window: what its buttons command, and what it says then. */
@Timeout(60)
class SimulatorPanelTest {

  private static final Rectangle PLACE = new Rectangle(0, 0, 1366, 768);

  private final BlockingQueue<String> commanded = new LinkedBlockingQueue<>();
  private final Texts texts = new Texts("zh-CN");

  @TempDir Path folder;
  private Simulator simulator;
  private SimulatorPanel panel;
  private Container content;

  @BeforeEach
  void open() throws IOException {
    simulator = Simulator.start(folder, 0, 576);
    open(commanded::add);
  }

  @AfterEach
  void close() throws IOException {
    simulator.close();
  }

  private void open(Consumer<String> perform) {
    SimulatorPanel.Devices devices =
        new SimulatorPanel.Devices(
            simulator.cards(),
            simulator.idModule(),
            simulator.slot(),
            simulator.printer(),
            simulator.sensors().scanner(),
            simulator.sensors().presence(),
            simulator.sensors().door(),
            simulator::log,
            perform);
    panel = new SimulatorPanel(devices, new Format(texts, Density.of(PLACE)), PLACE);
    content = panel.content(PLACE, texts);
    panel.refreshNow();
  }

  @Test
  void everyButtonGivesACommandThatIsOne() throws InterruptedException, UsageException {
    simulator.perform("lay zhang");
    simulator.perform("lay social-1");
    panel.refreshNow();
    List<FlatButton> buttons = all(FlatButton.class).stream().filter(Component::isEnabled).toList();
    for (FlatButton button : buttons) {
      button.doClick(0);
      CommandParser.parse(commanded.take());
    }
    assertTrue(buttons.size() > 40, "buttons: " + buttons.size());
  }

  @Test
  void aCardIsLaidOnAnEmptyReaderAndSwappedForAnother() throws InterruptedException {
    button("黄飞虎").doClick(0);
    assertEquals("lay huang", commanded.take());
    simulator.perform("lay huang");
    panel.refreshNow();
    button("贾宝玉").doClick(0);
    assertEquals("swap expired", commanded.take());
    button("欧阳㐂𠮷").doClick(0);
    assertEquals("lay social-3", commanded.take());
  }

  @Test
  void aButtonThatCannotBePressedSaysWhy() {
    FlatButton take = button(texts.get("take"));
    assertFalse(take.isEnabled());
    assertEquals("没有卡片", take.getAccessibleContext().getAccessibleDescription());
    simulator.perform("lay zhang");
    panel.refreshNow();
    assertTrue(take.isEnabled());
    assertEquals("请先填内容", why("scan"));
    assertEquals("凭条上没有码", why("scan.slip"));
    simulator.perform("scanner gone");
    panel.refreshNow();
    assertEquals("扫码器未接", why("scan"));
  }

  @Test
  void whatIsTypedIsACommandAndAnArrowBringsItBack() throws InterruptedException {
    JTextField typed =
        all(JTextField.class).stream()
            .filter(
                it -> texts.get("log.typed").equals(it.getAccessibleContext().getAccessibleName()))
            .findFirst()
            .orElseThrow();
    typed.setText(" paper out ");
    typed.postActionEvent();
    assertEquals("paper out", commanded.take());
    simulator.perform("paper out");
    panel.refreshNow();
    typed.getActionMap().get("UP").actionPerformed(null);
    assertEquals("paper out", typed.getText());
  }

  @Test
  void aTrainersCardStandsFirstInTheBox() throws IOException {
    Path cards = Files.createDirectory(folder.resolve("cards"));
    Files.writeString(
        cards.resolve("wu.properties"),
        "kind=resident\nname=武松\nborn=19700101\nnumber=1\nvalid-until=长期\n");
    open(commanded::add);
    assertTrue(button("武松").isEnabled());
  }

  private String why(String key) {
    return String.valueOf(button(texts.get(key)).getAccessibleContext().getAccessibleDescription());
  }

  private FlatButton button(String name) {
    return all(FlatButton.class).stream()
        .filter(it -> name.equals(it.getAccessibleContext().getAccessibleName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + name));
  }

  private <T extends Component> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(content, type, found);
    return found;
  }

  private static <T extends Component> void collect(Container in, Class<T> type, List<T> found) {
    for (Component part : in.getComponents()) {
      if (type.isInstance(part)) {
        found.add(type.cast(part));
      }
      if (part instanceof Container container) {
        collect(container, type, found);
      }
    }
  }
}
