package org.openhall.device.idcard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;

/** The text of a card in each layout: a card that can be used, or none. */
public final class TextBlockFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "sdt-text";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        CardText.resident().bytes(),
        CardText.resident().put(0, "李\uE863𠮷").put(204, "20340506").bytes(),
        CardText.resident()
            .put(122, "810000198409010018")
            .put(220, "H12345678")
            .put(248, "J")
            .bytes(),
        CardText.resident()
            .put(0, "SMITH, JOHN ADAM")
            .put(122, "USA110084010100")
            .put(152, "USA史密斯")
            .put(204, "20340506")
            .put(248, "I")
            .bytes(),
        CardText.resident()
            .put(0, "               ")
            .put(52, "SMITH, JOHN")
            .put(122, "910000198409010011")
            .put(204, "20340506")
            .put(248, "Y")
            .bytes());
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        utf16("长期"), utf16("I"), utf16("J"), utf16("Y"), utf16("20000229"), utf16("\uD840"));
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  @Override
  public int longest() {
    return TextBlock.LENGTH;
  }

  @Override
  public int runs() {
    return 40_000;
  }

  @Override
  public void run(byte[] input) {
    byte[] before = input.clone();
    TextBlock.parse(input).ifPresent(SdtReadingFuzz::use);
    TextBlock.address(input);
    if (!Arrays.equals(before, input)) {
      throw new AssertionError("the block is the caller's");
    }
  }
}
