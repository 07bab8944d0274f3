package org.openhall.content.store;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.charset.StandardCharsets;
import org.openhall.content.search.Grams;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.PinyinText;

/** The tokens by which a record is found, parted by spaces as the index takes them. */
final class SearchTokens implements AutoCloseable {
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final Pinyin pinyin = new Pinyin();

  PinyinText reading(String names) {
    return PinyinText.of(names, pinyin);
  }

  /** Of folded names and how they are read. */
  static String ofNames(String names, PinyinText reading, boolean own) {
    Grams grams = new Grams();
    grams.add(names);
    return grams.tokens() + reading.tokens() + " " + mark(own);
  }

  String ofNames(String names, boolean own) {
    return ofNames(names, reading(names), own);
  }

  /** Of a folded text as the table of texts has it. */
  String ofText(byte[] packed, int length, boolean own) {
    Grams grams = new Grams();
    grams.add(new String(zstd.decompress(packed, length), StandardCharsets.UTF_8));
    return grams.tokens() + mark(own);
  }

  private static String mark(boolean own) {
    return own ? Postings.OWN : "";
  }

  @Override
  public void close() {
    zstd.close();
  }
}
