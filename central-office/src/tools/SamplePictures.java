import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the pictures of the sample hall: charts of what its tables say, the plan of its floors, and
 * ways that matters take; and writes one table as a workbook. After {@code ./openhall build}:
 *
 * <pre>
 * java -cp "central-office/target/lib/*" central-office/src/tools/SamplePictures.java \
 *     central-office/src/main/resources/sample central-office/src/tools
 * </pre>
 */
static final Path FONT = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

static final Color INK = new Color(0x1F2A37);
static final Color BLUE = new Color(0x1F5FBF);
static final Color PALE = new Color(0xDCE8F8);
static final Color LINE = new Color(0xB8C4D2);
static final Color SAND = new Color(0xF3EBDC);
static final Color ORANGE = new Color(0xD9822B);

Font font;
Path files;

void main(String[] arguments) throws IOException, FontFormatException {
  System.setProperty("java.awt.headless", "true");
  font = regular();
  Path sample = Path.of(arguments[0]);
  files = sample.resolve("files");
  flow(
      "flow-disclosure.png",
      "政府信息公开申请办理流程",
      "提交申请|当面、邮寄、网上",
      "登记|收到申请当日",
      "审核|2个工作日提出意见",
      "补正|7个工作日内告知一次",
      "办理|协办5日、第三方15日",
      "答复|20个工作日内书面答复");
  flow(
      "flow-enrolment.png",
      "义务教育入学报名流程",
      "公布政策和学区|5月",
      "信息采集|6月，家长填报一次",
      "审核|7月，部门共享核对",
      "派位|7月，电脑随机，公开监督",
      "统筹安排|7月底前一户一告知",
      "发入学通知书|8月");
  flow(
      "flow-lift-rescue.png",
      "住宅电梯困人救援流程",
      "按紧急呼叫按钮|30秒内应答",
      "拨打96333|平台受理",
      "维保单位到场|城区30分钟",
      "未按时到场|平台调派二级救援站",
      "救出被困人员|不扒门、不踢门",
      "查明原因|24小时内告知业主");
  plan(sample.resolve("hall-map.json"));
  bars("chart-expenditure-2025.png", "2025年全市一般公共预算支出（亿元）", "expenditure-2025.csv", 1);
  bars("chart-three-public-2026.png", "市级“三公”经费预算（万元）", "three-public-2026.csv", 2);
  workbook(Path.of(arguments[1], "education-budget-2026.csv"), "教育支出预算");
}

Font regular() throws IOException, FontFormatException {
  return Arrays.stream(Font.createFonts(FONT.toFile()))
      .filter(f -> f.getFamily().equals("Noto Sans CJK SC"))
      .findFirst()
      .orElseThrow();
}

/** A white picture, four times as sharp as needed would be waste: pixels as they are shown. */
BufferedImage sheet(int width, int height) {
  BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  Graphics2D graphics = graphics(image);
  graphics.setColor(Color.WHITE);
  graphics.fillRect(0, 0, width, height);
  return image;
}

Graphics2D graphics(BufferedImage image) {
  Graphics2D graphics = image.createGraphics();
  graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  graphics.setRenderingHint(
      RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  graphics.setStroke(new BasicStroke(2));
  return graphics;
}

void write(BufferedImage image, String name) throws IOException {
  ImageIO.write(image, "png", files.resolve(name).toFile());
}

void centred(Graphics2D graphics, String text, double x, double baseline, float size, Color color) {
  graphics.setFont(font.deriveFont(size));
  graphics.setColor(color);
  int width = graphics.getFontMetrics().stringWidth(text);
  graphics.drawString(text, (float) (x - width / 2.0), (float) baseline);
}

void flow(String name, String title, String... steps) throws IOException {
  BufferedImage image = sheet(1200, 620);
  Graphics2D graphics = graphics(image);
  centred(graphics, title, 600, 64, 36, INK);
  for (int i = 0; i < steps.length; i++) {
    String[] words = steps[i].split("\\|");
    boolean upper = i < 3;
    int column = upper ? i : 5 - i;
    int x = 40 + column * 400;
    int y = upper ? 120 : 400;
    graphics.setColor(PALE);
    graphics.fillRoundRect(x, y, 320, 150, 24, 24);
    graphics.setColor(BLUE);
    graphics.drawRoundRect(x, y, 320, 150, 24, 24);
    centred(graphics, (i + 1) + "　" + words[0], x + 160, y + 66, 30, INK);
    centred(graphics, words[1], x + 160, y + 112, 24, BLUE);
    if (i == 2) {
      arrow(graphics, x + 160, y + 150, x + 160, 400);
    } else if (i < 5) {
      arrow(graphics, upper ? x + 320 : x, y + 75, upper ? x + 400 : x - 80, y + 75);
    }
  }
  write(image, name);
}

void arrow(Graphics2D graphics, int x, int y, int toX, int toY) {
  graphics.setColor(INK);
  graphics.setStroke(new BasicStroke(3));
  graphics.drawLine(x, y, toX, toY);
  int dx = Integer.signum(toX - x) * 16;
  int dy = Integer.signum(toY - y) * 16;
  int[] xs = {toX, toX - dx - dy / 2, toX - dx + dy / 2};
  int[] ys = {toY, toY - dy - dx / 2, toY - dy + dx / 2};
  graphics.fillPolygon(xs, ys, 3);
  graphics.setStroke(new BasicStroke(2));
}

void plan(Path map) throws IOException {
  JsonNode read = JsonMapper.shared().readTree(Files.readAllBytes(map));
  JsonNode hall = read.isArray() ? read.get(0) : read;
  BufferedImage image = sheet(1240, 2640);
  Graphics2D graphics = graphics(image);
  centred(graphics, hall.path("hall").asString() + "平面示意图", 620, 56, 36, INK);
  int top = 100;
  for (JsonNode floor : hall.path("floors")) {
    floor(graphics, floor, top);
    top += 850;
  }
  write(image, "plan-hall.png");
}

void floor(Graphics2D graphics, JsonNode floor, int top) {
  double scale = 1200.0 / floor.path("width").asDouble();
  graphics.setColor(SAND);
  graphics.fillRect(20, top, 1200, (int) (floor.path("depth").asDouble() * scale));
  graphics.setColor(INK);
  graphics.drawRect(20, top, 1200, (int) (floor.path("depth").asDouble() * scale));
  for (JsonNode area : floor.path("areas")) {
    int x = 20 + (int) (area.path("x").asDouble() * scale);
    int y = top + (int) (area.path("y").asDouble() * scale);
    int width = (int) (area.path("width").asDouble() * scale);
    int height = (int) (area.path("height").asDouble() * scale);
    boolean zone = area.path("kind").asString().equals("window-zone");
    graphics.setColor(zone ? PALE : Color.WHITE);
    graphics.fillRect(x, y, width, height);
    graphics.setColor(LINE);
    graphics.drawRect(x, y, width, height);
    name(graphics, area.path("name").asString(), x, y, width, height);
  }
  centred(graphics, floor.path("name").asString(), 70, top + 56, 34, BLUE);
}

void name(Graphics2D graphics, String name, int x, int y, int width, int height) {
  graphics.setFont(font.deriveFont(22f));
  List<String> lines = new ArrayList<>(List.of(""));
  for (String c : name.split("")) {
    if (graphics.getFontMetrics().stringWidth(lines.getLast() + c) > width - 8) {
      lines.add("");
    }
    lines.set(lines.size() - 1, lines.getLast() + c);
  }
  int baseline = y + height / 2 - lines.size() * 13 + 20;
  for (String line : lines) {
    centred(graphics, line, x + width / 2.0, baseline, 22, INK);
    baseline += 26;
  }
}

/** Horizontal bars of the rows but the total, one colour a series. */
void bars(String name, String title, String csv, int series) throws IOException {
  List<String[]> rows =
      Files.readAllLines(files.resolve(csv)).stream().map(line -> line.split(",")).toList();
  Map<String, double[]> values = new LinkedHashMap<>();
  for (String[] row : rows.subList(1, rows.size() - 1)) {
    double[] numbers = new double[series];
    for (int i = 0; i < series; i++) {
      numbers[i] = Double.parseDouble(row[i + 1]);
    }
    values.put(row[0], numbers);
  }
  double most =
      values.values().stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
  int step = 26 + 34 * series;
  BufferedImage image = sheet(1200, 150 + step * values.size());
  Graphics2D graphics = graphics(image);
  centred(graphics, title, 600, 60, 36, INK);
  Color[] colours = {series == 1 ? BLUE : LINE, BLUE};
  int y = 110;
  for (Map.Entry<String, double[]> row : values.entrySet()) {
    graphics.setFont(font.deriveFont(24f));
    graphics.setColor(INK);
    int width = graphics.getFontMetrics().stringWidth(row.getKey());
    graphics.drawString(row.getKey(), 340 - width, y + 17 * series + 9);
    for (int i = 0; i < series; i++) {
      int length = (int) (680 * row.getValue()[i] / most);
      graphics.setColor(colours[i]);
      graphics.fillRect(360, y + 34 * i, length, 28);
      graphics.setColor(INK);
      graphics.drawString(rows.get(valueRow(rows, row.getKey()))[i + 1], 370 + length, y + 34 * i + 23);
    }
    y += step;
  }
  if (series == 2) {
    legend(graphics, rows.getFirst(), colours);
  }
  write(image, name);
}

int valueRow(List<String[]> rows, String label) {
  for (int i = 1; i < rows.size(); i++) {
    if (rows.get(i)[0].equals(label)) {
      return i;
    }
  }
  throw new IllegalArgumentException(label);
}

void legend(Graphics2D graphics, String[] header, Color[] colours) {
  for (int i = 0; i < 2; i++) {
    graphics.setColor(colours[i]);
    graphics.fillRect(860, 110 + 44 * i, 28, 28);
    graphics.setColor(INK);
    graphics.drawString(header[i + 1], 900, 134 + 44 * i);
  }
}

/** The smallest workbook that office programs open. */
void workbook(Path csv, String sheet) throws IOException {
  String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  Map<String, String> parts = new LinkedHashMap<>();
  parts.put(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types + "worksheet+xml\"/></Types>");
  parts.put("_rels/.rels", relation(relations + "/officeDocument", "xl/workbook.xml"));
  parts.put(
      "xl/workbook.xml",
      "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
          .formatted(main, relations, sheet));
  parts.put("xl/_rels/workbook.xml.rels", relation(relations + "/worksheet", "worksheets/sheet1.xml"));
  parts.put("xl/worksheets/sheet1.xml", rows(csv, main));
  String name = csv.getFileName().toString().replace(".csv", ".xlsx");
  try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(files.resolve(name)))) {
    for (Map.Entry<String, String> part : parts.entrySet()) {
      ZipEntry entry = new ZipEntry(part.getKey());
      entry.setTimeLocal(java.time.LocalDateTime.of(2026, 11, 1, 0, 0));
      out.putNextEntry(entry);
      String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.getValue();
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
  }
}

String relation(String type, String target) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"%s\" Target=\"%s\"/></Relationships>".formatted(type, target);
}

String rows(Path csv, String main) throws IOException {
  StringBuilder xml = new StringBuilder("<worksheet xmlns=\"%s\"><sheetData>".formatted(main));
  for (String line : Files.readAllLines(csv)) {
    xml.append("<row>");
    for (String cell : line.split(",")) {
      xml.append(
          cell.matches("-?[0-9.]+")
              ? "<c><v>%s</v></c>".formatted(cell)
              : "<c t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell));
    }
    xml.append("</row>");
  }
  return xml.append("</sheetData></worksheet>").toString();
}
