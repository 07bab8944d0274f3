package org.openhall.kiosk.typing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ShownNames;

/**
 * Turns keys into candidates: pinyin, in full, by initials or mixed, into words and sentences,
 * those of public services and of this hall first; strokes into single characters. Any thread may
 * ask. What it keeps of what was typed is in memory only, until {@link #forget}.
 */
public final class InputMethod {
  /** Where Debian's packages rime-data-pinyin-simp and rime-data-stroke lie. */
  public static final Path DEBIAN = Path.of("/usr/share/rime-data");

  /** Letters or strokes read at most; what is typed beyond has no candidates. */
  public static final int LONGEST_INPUT = 60;

  /**
   * What may be meant.
   *
   * @param text the characters
   * @param keys how many of the typed keys it stands for, from the first; 0 if they come next
   */
  public record Candidate(String text, int keys) {}

  private final Path dictionaries;
  private final boolean fuzzy;
  private final ChosenWords chosen = new ChosenWords();
  private Known.@Nullable Dictionaries base;
  private volatile @Nullable Known known;
  private volatile @Nullable StrokeTable strokes;

  /**
   * Knows nothing before {@link #load}.
   *
   * @param dictionaries a folder with {@code pinyin_simp.dict.yaml} and {@code stroke.dict.yaml}
   * @param fuzzy whether sounds that many speakers mix up (zh and z, n and l, eng and en …) may
   *     stand for each other
   */
  public InputMethod(Path dictionaries, boolean fuzzy) {
    this.dictionaries = dictionaries;
    this.fuzzy = fuzzy;
  }

  /**
   * Reads the dictionaries; takes up to a second. Without the one of pinyin the words of public
   * services alone are known, without the one of strokes no character is found by them.
   *
   * @return what is missing, as a sentence for the technician; empty if nothing is
   */
  public String load() {
    Words words = new Words();
    StringBuilder missing = new StringBuilder();
    boolean everyday = readEveryday(words, missing);
    List<Entry> service = words.addServiceWords();
    if (!everyday) {
      words.addCharactersOf(service);
    }
    words.addRareCharacters();
    Syllables syllables = words.syllables(fuzzy);
    TextIndex all = new TextIndex(Lexicon.of(words.all(), syllables));
    base = new Known.Dictionaries(syllables, all, PhraseList.read());
    known = base.alone();
    readStrokes(words, missing);
    return missing.toString();
  }

  /**
   * Learns the words of what is shown in this hall; those of an earlier release are forgotten.
   * Takes some tenths of a second, on the thread that has loaded the dictionaries; before they are
   * loaded nothing is learnt.
   */
  public void learn(ShownNames names) {
    Known.Dictionaries words = base;
    if (words != null) {
      known = words.with(names);
    }
  }

  private boolean readEveryday(Words words, StringBuilder missing) {
    try {
      words.addRime(dictionaries.resolve("pinyin_simp.dict.yaml"));
      return true;
    } catch (IOException e) {
      missing.append("the keyboard knows the words of public services only; ");
      missing.append(cure(e, "rime-data-pinyin-simp"));
      return false;
    }
  }

  private void readStrokes(Words words, StringBuilder missing) {
    Map<String, Float> costs = new HashMap<>();
    for (Entry entry : words.all()) {
      if (entry.syllables().size() == 1) {
        costs.merge(entry.text(), entry.cost(), Math::min);
      }
    }
    try {
      strokes =
          StrokeTable.read(
              dictionaries.resolve("stroke.dict.yaml"),
              character -> costs.getOrDefault(character, Words.UNKNOWN));
    } catch (IOException e) {
      missing.append(missing.isEmpty() ? "" : "; ").append("the keyboard has no strokes; ");
      missing.append(cure(e, "rime-data-stroke"));
    }
  }

  private static String cure(IOException trouble, String debianPackage) {
    return "cannot read "
        + trouble.getMessage()
        + ", install the package "
        + debianPackage
        + " and start again";
  }

  /** Whether pinyin has candidates yet. */
  public boolean hasPinyin() {
    return known != null;
  }

  /** Whether strokes have candidates. */
  public boolean hasStrokes() {
    return strokes != null;
  }

  /**
   * What letters may mean, the likeliest first; at most some hundreds.
   *
   * @param letters a to z, and ' between syllables where it matters
   * @return empty if the letters are no pinyin, or before the dictionaries are read
   */
  public List<Candidate> pinyin(String letters) {
    Known reads = known;
    String spelt = spelling(letters);
    return reads == null || spelt.isEmpty() || spelt.charAt(0) == Lattice.MARK
        ? List.of()
        : chosen.first(spelt, PinyinReading.of(reads, spelt));
  }

  /**
   * What was chosen for letters is offered first for them until {@link #forget}.
   *
   * @param letters as for {@link #pinyin}
   */
  public void remember(String letters, String text) {
    chosen.add(spelling(letters), text);
  }

  /** Forgets what was chosen: the next person is offered what everybody is. */
  public void forget() {
    chosen.forget();
  }

  /** One spelling where people have several: lüe and lve are lue, jv is ju; lengths stay. */
  private static String spelling(String letters) {
    String typed = letters.substring(0, Math.min(letters.length(), LONGEST_INPUT));
    return typed
        .toLowerCase(Locale.ROOT)
        .replace('ü', 'v')
        .replaceAll("ve(?![rin])", "ue")
        .replaceAll("([jqxy])v", "$1u");
  }

  /** Words that may come behind a text, the likeliest first; each stands for no keys. */
  public List<Candidate> next(String text) {
    Known reads = known;
    return reads == null || text.isEmpty()
        ? List.of()
        : reads.next().after(text).stream().map(word -> new Candidate(word, 0)).toList();
  }

  /**
   * The characters that begin with these strokes, complete ones first, then the frequent ones.
   *
   * @param strokeKeys h 横, s 竖, p 撇, n 点, z 折
   * @return at most a hundred; each stands for all strokes
   */
  public List<Candidate> strokes(String strokeKeys) {
    StrokeTable known = strokes;
    return known == null || strokeKeys.isEmpty()
        ? List.of()
        : known.find(strokeKeys).stream()
            .map(character -> new Candidate(character, strokeKeys.length()))
            .toList();
  }
}
