import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Draws the forms of the sample hall from forms.txt: each blank, and some filled in, on A4 pages
 * with the font of Debian's package fonts-hanazono embedded; and writes forms.json. The same text
 * gives the same bytes. After {@code ./openhall build}:
 *
 * <pre>
 * java -cp "central-office/target/lib/*" central-office/src/tools/SampleForms.java \
 *     central-office/src/tools/forms.txt central-office/src/main/resources/sample
 * </pre>
 */
static final Path FONT = Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf");

static final float LEFT = 48;
static final float RIGHT = PDRectangle.A4.getWidth() - 48;
static final float BOTTOM = 56;
static final float SIZE = 10.5f;
static final float LINE = 15;
static final float PAD = 5;

void main(String[] arguments) throws IOException {
  Path files = Files.createDirectories(Path.of(arguments[1], "files"));
  List<Form> forms = read(Files.readAllLines(Path.of(arguments[0])));
  for (Form form : forms) {
    draw(form, false, files.resolve(form.slug + ".pdf"));
    if (form.example) {
      draw(form, true, files.resolve(form.slug + "-example.pdf"));
    }
  }
  Files.writeString(Path.of(arguments[1], "forms.json"), json(forms));
}

record Line(String kind, String text) {}

record Form(
    String slug, String title, String department, String publisher, boolean example, List<Line> lines) {
  List<String> all(String kind) {
    return lines.stream().filter(l -> l.kind.equals(kind)).map(Line::text).toList();
  }
}

List<Form> read(List<String> text) {
  List<Form> forms = new ArrayList<>();
  for (String line : text) {
    if (line.isBlank() || line.startsWith("#")) {
      continue;
    }
    int space = line.indexOf(' ');
    String kind = line.substring(0, space);
    String rest = line.substring(space + 1).strip();
    if (kind.equals("form")) {
      String[] parts = rest.split("\\|", -1);
      forms.add(
          new Form(
              parts[0].strip(),
              parts[1].strip(),
              parts[2].strip(),
              parts[3].strip(),
              parts[4].strip().equals("example"),
              new ArrayList<>()));
    } else {
      forms.getLast().lines.add(new Line(kind, rest));
    }
  }
  return forms;
}

void draw(Form form, boolean filled, Path file) throws IOException {
  try (PDDocument document = new PDDocument()) {
    document.setDocumentId(form.slug.hashCode() * 2L + (filled ? 1 : 0));
    document.setDocumentInformation(information(form));
    PDFont font = PDType0Font.load(document, FONT.toFile());
    Sheet sheet = new Sheet(document, font, form, filled);
    form.lines.forEach(line -> unchecked(() -> sheet.add(line)));
    sheet.close();
    document.save(file.toFile());
  }
}

PDDocumentInformation information(Form form) {
  PDDocumentInformation information = new PDDocumentInformation();
  Calendar day = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
  day.clear();
  day.set(2026, Calendar.NOVEMBER, 1);
  information.setTitle(form.title);
  information.setAuthor(form.publisher);
  information.setCreationDate(day);
  information.setModificationDate(day);
  return information;
}

interface Work {
  void run() throws IOException;
}

static void unchecked(Work work) {
  try {
    work.run();
  } catch (IOException e) {
    throw new java.io.UncheckedIOException(e);
  }
}

/** One form being drawn, page after page, from the top. */
static final class Sheet {
  final PDDocument document;
  final PDFont font;
  final Form form;
  final boolean filled;
  final List<PDPageContentStream> pages = new ArrayList<>();
  PDPageContentStream out;
  float y;

  Sheet(PDDocument document, PDFont font, Form form, boolean filled) throws IOException {
    this.document = document;
    this.font = font;
    this.form = form;
    this.filled = filled;
    turn();
    y -= 10;
    float width = width(form.title, 18);
    text(form.title, (LEFT + RIGHT - width) / 2, y, 18);
    y -= 22;
    text(form.publisher + "　制", LEFT, y, 9);
    String note = "示例市为虚构，表样仅供演示";
    text(note, RIGHT - width(note, 9), y, 9);
    y -= 8;
  }

  void turn() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
    pages.add(out);
    out.setLineWidth(0.6f);
    y = PDRectangle.A4.getHeight() - 60;
    if (filled) {
      out.setStrokingColor(0.75f, 0.1f, 0.1f);
      out.setNonStrokingColor(0.75f, 0.1f, 0.1f);
      out.addRect(RIGHT - 74, y + 12, 74, 22);
      out.stroke();
      text("示范文本", RIGHT - 64, y + 18, 13);
      out.setStrokingColor(0f, 0f, 0f);
      out.setNonStrokingColor(0f, 0f, 0f);
    }
  }

  void add(Line line) throws IOException {
    switch (line.kind) {
      case "sec" -> section(line.text);
      case "row" -> row(line.text, 1);
      case "area" -> {
        int space = line.text.indexOf(' ');
        row(line.text.substring(space + 1), Integer.parseInt(line.text.substring(0, space)));
      }
      case "text" -> words(line.text);
      case "sign" -> signatures(line.text);
      default -> {} // notes and fields stand in forms.json
    }
  }

  void section(String title) throws IOException {
    room(2 * LINE + 20);
    float height = LINE + 2 * PAD;
    out.setNonStrokingColor(0.9f, 0.93f, 0.97f);
    out.addRect(LEFT, y - height, RIGHT - LEFT, height);
    out.fill();
    out.setNonStrokingColor(0f, 0f, 0f);
    box(LEFT, height, RIGHT - LEFT);
    text(title, LEFT + PAD + 2, y - PAD - SIZE - 0.5f, SIZE + 0.5f);
    y -= height;
  }

  record Cell(String label, String value, float labelWidth, float width) {}

  void row(String fields, int lines) throws IOException {
    String[] parts = fields.split(";", -1);
    List<Cell> cells = cells(parts);
    int most = lines;
    for (Cell cell : cells) {
      most = Math.max(most, lines(cell.value, cell.width).size());
      most = Math.max(most, wrap(cell.label, cell.labelWidth - 2 * PAD, SIZE).size());
    }
    float height = most * LINE + 2 * PAD + (most == 1 ? 3 : 0);
    room(height);
    float x = LEFT;
    for (Cell cell : cells) {
      box(x, height, cell.labelWidth);
      List<String> label = wrap(cell.label, cell.labelWidth - 2 * PAD, SIZE);
      float top = y - (height - label.size() * LINE) / 2;
      for (String line : label) {
        top -= LINE;
        text(line, x + (cell.labelWidth - width(line, SIZE)) / 2, top + 4, SIZE);
      }
      x += cell.labelWidth;
      box(x, height, cell.width);
      value(cell, x, height, lines > 1);
      x += cell.width;
    }
    y -= height;
  }

  List<Cell> cells(String[] parts) throws IOException {
    float labels = 0;
    float wished = 0;
    List<Cell> measured = new ArrayList<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      String label = part.substring(0, equals);
      float labelWidth = Math.clamp(width(label, SIZE) + 2 * PAD + 2, 62, 96);
      String value = part.substring(equals + 1);
      float wish = value.startsWith("[") ? width(plain(value), SIZE) + 60 : 90;
      if (label.contains("号码") || label.contains("账号")) {
        wish = Math.max(wish, 130);
      }
      labels += labelWidth;
      wished += wish;
      measured.add(new Cell(label, value, labelWidth, wish));
    }
    float room = RIGHT - LEFT - labels;
    float factor = room / wished;
    return measured.stream()
        .map(c -> new Cell(c.label, c.value, c.labelWidth, c.width * factor))
        .toList();
  }

  static String plain(String choice) {
    return choice.substring(1, choice.indexOf(']')).replace("/", "　　");
  }

  List<String> lines(String value, float width) throws IOException {
    if (value.startsWith("[")) {
      return choiceLines(value, width).stream().map(line -> String.join("", line)).toList();
    }
    return filled ? wrap(value, width - 2 * PAD, SIZE) : List.of("");
  }

  List<List<String>> choiceLines(String value, float width) throws IOException {
    List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    float used = 0;
    for (String choice : value.substring(1, value.indexOf(']')).split("/")) {
      float needs = 14 + width(choice, SIZE) + 10;
      if (used > 0 && used + needs > width - PAD) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.getLast().add(choice);
      used += needs;
    }
    return lines;
  }

  void value(Cell cell, float x, float height, boolean fromTop) throws IOException {
    if (cell.value.startsWith("[")) {
      choices(cell, x, height);
      return;
    }
    List<String> lines = filled ? wrap(cell.value, cell.width - 2 * PAD, SIZE) : List.of();
    float top = fromTop ? y - PAD : y - (height - lines.size() * LINE) / 2;
    ink(true);
    for (String line : lines) {
      top -= LINE;
      text(line, x + PAD, top + 4, SIZE);
    }
    ink(false);
  }

  void choices(Cell cell, float x, float height) throws IOException {
    List<List<String>> lines = choiceLines(cell.value, cell.width);
    String chosen = filled ? cell.value.substring(cell.value.indexOf(']') + 1) : "";
    float top = y - (height - lines.size() * LINE) / 2;
    for (List<String> line : lines) {
      top -= LINE;
      float at = x + PAD;
      for (String choice : line) {
        out.addRect(at, top + 3.5f, 9, 9);
        out.stroke();
        if (choice.equals(chosen)) {
          tick(at, top + 3.5f);
        }
        text(choice, at + 13, top + 4, SIZE);
        at += 14 + width(choice, SIZE) + 10;
      }
    }
  }

  void tick(float x, float bottom) throws IOException {
    out.setStrokingColor(0.05f, 0.2f, 0.6f);
    out.setLineWidth(1.4f);
    out.moveTo(x + 1.5f, bottom + 5);
    out.lineTo(x + 4, bottom + 1.8f);
    out.lineTo(x + 9, bottom + 9.5f);
    out.stroke();
    out.setLineWidth(0.6f);
    out.setStrokingColor(0f, 0f, 0f);
  }

  void ink(boolean pen) throws IOException {
    if (pen) {
      out.setNonStrokingColor(0.05f, 0.2f, 0.6f);
    } else {
      out.setNonStrokingColor(0f, 0f, 0f);
    }
  }

  void words(String words) throws IOException {
    List<String> lines = wrap("　　" + words, RIGHT - LEFT - 2 * PAD, SIZE);
    float height = lines.size() * LINE + 2 * PAD;
    room(height);
    box(LEFT, height, RIGHT - LEFT);
    float top = y - PAD;
    for (String line : lines) {
      top -= LINE;
      text(line, LEFT + PAD, top + 4, SIZE);
    }
    y -= height;
  }

  void signatures(String fields) throws IOException {
    String[] parts = fields.split(";", -1);
    float height = LINE + 26;
    room(height);
    box(LEFT, height, RIGHT - LEFT);
    float each = (RIGHT - LEFT) / parts.length;
    float x = LEFT + PAD;
    for (String part : parts) {
      int equals = part.indexOf('=');
      String label = part.substring(0, equals) + "：";
      text(label, x, y - height / 2 - 4, SIZE);
      String value = part.substring(equals + 1);
      boolean date = part.startsWith("日期") || part.startsWith("申请日期");
      String shown = filled ? value : date ? "　　年　　月　　日" : "";
      ink(filled);
      text(shown, x + width(label, SIZE) + 2, y - height / 2 - 4, SIZE);
      ink(false);
      x += each;
    }
    y -= height;
  }

  void room(float height) throws IOException {
    if (y - height < BOTTOM) {
      turn();
    }
  }

  void box(float x, float height, float width) throws IOException {
    out.addRect(x, y - height, width, height);
    out.stroke();
  }

  List<String> wrap(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      String next = Character.toString(c);
      boolean full = width(line + next, size) > width;
      if (full && !line.isEmpty() && !"，。；：、）”".contains(next)) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(next);
    }
    lines.add(line.toString());
    return lines;
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  void text(String text, float x, float baseline, float size) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(x, baseline);
    out.showText(text);
    out.endText();
  }

  void close() throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      out = pages.get(i);
      String number = "第 %d 页，共 %d 页".formatted(i + 1, pages.size());
      text(number, (LEFT + RIGHT - width(number, 9)) / 2, 32, 9);
      out.close();
    }
  }
}

String json(List<Form> forms) {
  List<String> records = new ArrayList<>();
  for (Form form : forms) {
    List<String> members = new ArrayList<>();
    members.add("\"type\": \"form\"");
    members.add(
        "\"header\": {\n      \"id\": %s,\n      \"departmentId\": %s\n    }"
            .formatted(quoted("sample-f-" + form.slug), quoted("sample-d-" + form.department)));
    members.add("\"title\": " + quoted(form.title));
    members.add("\"departmentName\": " + quoted(form.publisher));
    members.add("\"blank\": " + file(form.slug + ".pdf", form.title + "（空白表）.pdf"));
    if (form.example) {
      members.add("\"example\": " + file(form.slug + "-example.pdf", form.title + "（示范文本）.pdf"));
    }
    members.add(
        "\"instructions\": [\n      {\n        \"kind\": \"list\",\n        \"ordered\": true,\n"
            + "        \"items\": [\n          "
            + String.join(",\n          ", form.all("note").stream().map(this::quoted).toList())
            + "\n        ]\n      }\n    ]");
    members.add(
        "\"fields\": [\n      "
            + String.join(",\n      ", form.all("field").stream().map(this::field).toList())
            + "\n    ]");
    records.add("  {\n    " + String.join(",\n    ", members) + "\n  }");
  }
  return "[\n" + String.join(",\n", records) + "\n]\n";
}

String field(String text) {
  int colon = text.indexOf(": ");
  return "{\n        \"name\": %s,\n        \"note\": %s\n      }"
      .formatted(quoted(text.substring(0, colon)), quoted(text.substring(colon + 2)));
}

String file(String file, String name) {
  return "{\n      \"file\": %s,\n      \"name\": %s\n    }".formatted(quoted(file), quoted(name));
}

String quoted(String text) {
  return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
}
