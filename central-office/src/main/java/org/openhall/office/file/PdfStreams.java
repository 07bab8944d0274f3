package org.openhall.office.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * What the streams of a PDF unpack to, counted before anybody keeps it in memory (ISO 32000-1,
 * 7.4). Pictures are left out: nobody unpacks them here.
 */
final class PdfStreams {
  private static final long LONGEST = 64L << 20;
  private static final long LONGEST_WHOLE = 1L << 30;
  private static final int MOST_LAYERS = 4;

  /** Filters that unpack to more than they are. */
  private static final Set<String> UNPACKING =
      Set.of(
          "FlateDecode",
          "Fl",
          "LZWDecode",
          "LZW",
          "RunLengthDecode",
          "RL",
          "ASCIIHexDecode",
          "AHx",
          "ASCII85Decode",
          "A85");

  private long whole;
  private boolean isBomb;

  boolean isBomb() {
    return isBomb;
  }

  void measure(COSStream stream) throws IOException {
    List<COSName> filters = filters(stream.getFilters());
    boolean isPicture = "Image".equals(stream.getNameAsString(COSName.SUBTYPE));
    if (isPicture || filters.isEmpty()) {
      return;
    } else if (filters.size() > MOST_LAYERS) {
      isBomb = true;
      return;
    }
    try (InputStream packed = stream.createRawInputStream()) {
      unpack(stream, filters, packed);
    } catch (TooMuchException e) {
      isBomb = true;
    }
  }

  private static List<COSName> filters(COSBase filters) {
    return switch (filters) {
      case COSName one -> List.of(one);
      case COSArray array ->
          array.toList().stream()
              .filter(COSName.class::isInstance)
              .map(COSName.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  /** What is torn unpacks to as much as it does. */
  private void unpack(COSStream stream, List<COSName> filters, InputStream packed)
      throws TooMuchException {
    InputStream in = packed;
    for (int i = 0; i < filters.size() && UNPACKING.contains(filters.get(i).getName()); i++) {
      Counted out = new Counted(i + 1 < filters.size());
      try {
        FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, stream, i);
      } catch (TooMuchException e) {
        throw e;
      } catch (IOException e) {
        return;
      }
      in = new ByteArrayInputStream(out.kept.toByteArray());
    }
  }

  private static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts what is written, and keeps it where another filter is to read it. */
  private final class Counted extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final boolean isKept;
    private long length;

    Counted(boolean isKept) {
      this.isKept = isKept;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      length += count;
      whole += count;
      if (length > LONGEST || whole > LONGEST_WHOLE) {
        throw new TooMuchException();
      } else if (isKept) {
        kept.write(bytes, from, count);
      }
    }
  }
}
