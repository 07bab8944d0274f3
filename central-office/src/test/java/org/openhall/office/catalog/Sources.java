package org.openhall.office.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small source files with every kind of dirt that the real ones have. */
final class Sources {
  static final String TITLES_HEADING = "source,title,doc_number,date_written,date_published,url\n";

  static final String TITLES =
      TITLES_HEADING
          + "State Council,国务院关于甲的通知,国发〔2020〕1号,2020-01-02,2020-01-09,http://a/1\n"
          + "Hainan Provincial Government,\"海南省人民政府\n关于乙的决定\",豫政办 〔2006〕64号,,2020-02-01,http://a/2\n"
          + "Hainan Provincial Government,\u200B关于丙的通知\uE003,,2020-03-05,2020-03-01,http://a/3\n"
          + "Shanghai Municipal Government,关于丁\u2002&amp;amp;戊的通知,,2028-07-31,,http://a/4\n"
          + "Fujian Provincial Government,关于己的通知,,,2021-01-01,http://a/5\n"
          + "State Council,,国发〔2020〕2号,,2020-01-09,http://a/6\n"
          + "State Council,关于庚的通知,,2020-02-30,,http://a/7\n"
          + "State Council,关于辛的通知,,,,http://a/1\n"
          + "State Council,少一列,,\n"
          + "State Council,<html><head></head><body>502</body></html>,,,,http://a/8\n";

  static final String LAWS =
      """
      {"path":"刑法/_index.md","category":"刑法","title":"_index","publish":"","history":[],"body":"---"}
      {"path":"刑法/甲法(2020-05-14).md","category":"刑法","title":"甲法","publish":"2020-05-14","history":["2020年5月14日 通过"],"body":"## 第一章\\u3000总则\\n\\n第一条 为了。"}
      {"path":"民法典/物权编.md","category":"民法典","title":"中华人民共和国民法典","publish":"","history":["# 物权编","2020年5月28日 通过"],"body":"## 第一分编\\n\\n条文"}
      {"path":"海商/乙法.md","category":"海商","title":"乙法","publish":"","history":[],"body":"条文\\uE010"}
      {"path":"刑法/丙法.md","category":"刑法","title":3,"publish":"","history":[],"body":"条文"}
      """;

  static final String GUIDES =
      """
      [{"department":"区教科体局","main_item":"未分类","name":"延缓入学","item_code":"511A-1","task_type":"1",
        "task_type_name":"行政许可","area_code":"511602000000","dept_code":"083372204","link":"http://z/1"},
       {"department":"区教科体局","main_item":"资助","name":"资助咨询","item_code":"511A-2","task_type":"20",
        "task_type_name":"公共服务","area_code":"511602000000","dept_code":"083372204","link":"http://z/2"},
       {"department":"区商务局","main_item":"未分类","name":"备案","item_code":"511A-1","task_type":"10",
        "task_type_name":"其他行政权力","area_code":"511602000000","dept_code":"74468656X","link":"http://z/3"}]
      """;

  private Sources() {}

  static Path titles(Path folder) throws IOException {
    return Files.writeString(folder.resolve("any-name.txt"), TITLES);
  }

  static Path laws(Path folder) throws IOException {
    Path file = folder.resolve("laws.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LAWS.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  static Path guides(Path folder) throws IOException {
    return Files.writeString(folder.resolve("guides"), GUIDES);
  }
}
