package org.openhall.office.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything in a PDF, wherever it stands: in place, in arrays, behind references, in object
 * streams, in name trees, and what nothing leads to (ISO 32000-1, 7.3 and 7.5). Names are compared
 * as they are meant, whatever way they are written.
 */
final class PdfObjects {
  /** Actions that run something or send something (12.6.4). */
  private static final Set<String> RUNNING =
      Set.of(
          "JavaScript",
          "Launch",
          "ImportData",
          "SubmitForm",
          "RichMediaExecute",
          "Rendition",
          "GoToE");

  /** Keys under which stands what runs, is packed in, or is a program of forms. */
  private static final Set<String> KEYS = Set.of("JS", "EF", "EmbeddedFiles", "XFA", "RichMedia");

  /** Kinds of annotations that play or run (12.5.6). */
  private static final Set<String> PLAYING = Set.of("RichMedia", "3D", "Movie");

  /** What a document may do by itself when it is opened: turn to a place in it. */
  private static final Set<String> TURNING = Set.of("GoTo", "Named", "GoTo3DView", "Thread");

  private static final int MOST_OBJECTS = 2_000_000;
  private static final int LONGEST_CHAIN = 1_000;

  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<COSBase> waiting = new ArrayDeque<>();
  private final Set<String> running = new TreeSet<>();
  private final PdfStreams streams = new PdfStreams();
  private boolean isHiding;

  /** Looks at all of it, once each. */
  void walk(COSDocument document) throws IOException {
    wait(document.getTrailer());
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      COSObject object = document.getObjectFromPool(key);
      isHiding |= object.getObject() == null;
      wait(object);
    }
    while (!waiting.isEmpty() && !isBomb()) {
      COSBase one = waiting.pop();
      switch (one) {
        case COSObject reference -> wait(reference.getObject());
        case COSArray array -> array.forEach(this::wait);
        case COSDictionary dictionary -> visit(dictionary);
        default -> {
          // numbers, texts and names lead nowhere
        }
      }
    }
  }

  /** What runs in it: names of actions and of what stands for one. */
  Set<String> running() {
    return running;
  }

  /** Whether it has more objects, or streams that unpack to more, than any paper has. */
  boolean isBomb() {
    return seen.size() > MOST_OBJECTS || streams.isBomb();
  }

  /** Whether there is an object that cannot be read, such as 500 brackets in one another. */
  boolean isHiding() {
    return isHiding;
  }

  private void wait(@Nullable COSBase one) {
    if (one != null && seen.add(one)) {
      waiting.push(one);
    }
  }

  private void visit(COSDictionary dictionary) throws IOException {
    action(dictionary);
    dictionary.keySet().stream().map(COSName::getName).filter(KEYS::contains).forEach(running::add);
    byItself(dictionary.getDictionaryObject(COSName.OPEN_ACTION));
    if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary triggers) {
      triggers.keySet().forEach(key -> byItself(triggers.getDictionaryObject(key)));
    }
    if (dictionary instanceof COSStream stream) {
      if (stream.containsKey(COSName.F)) {
        running.add("F"); // its bytes are fetched from elsewhere (7.3.8.2)
      }
      streams.measure(stream);
    }
    dictionary.getValues().forEach(this::wait);
  }

  private void action(COSDictionary dictionary) {
    String action = dictionary.getNameAsString(COSName.S, "");
    if (RUNNING.contains(action)) {
      running.add(action);
    }
    String kind = dictionary.getNameAsString(COSName.SUBTYPE, "");
    if (PLAYING.contains(kind)) {
      running.add(kind);
    }
  }

  /** An action that nobody presses, and those that follow it. */
  private void byItself(@Nullable COSBase first) {
    Deque<COSBase> chain = new ArrayDeque<>();
    if (first != null) {
      chain.push(first);
    }
    for (int i = 0; i < LONGEST_CHAIN && !chain.isEmpty(); i++) {
      COSBase one = chain.pop();
      if (one instanceof COSArray array) {
        array.toList().stream().map(PdfObjects::meant).forEach(chain::push);
      } else if (one instanceof COSDictionary action) {
        String name = action.getNameAsString(COSName.S, "");
        if (!name.isEmpty() && !TURNING.contains(name)) {
          running.add(name);
        }
        COSBase next = action.getDictionaryObject(COSName.NEXT);
        if (next != null) {
          chain.push(next);
        }
      }
    }
  }

  private static COSBase meant(COSBase one) {
    return one instanceof COSObject reference && reference.getObject() != null
        ? reference.getObject()
        : one;
  }
}
