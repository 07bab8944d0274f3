package org.openhall.office.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the interface: as machines read it, and as people do. */
@Controller
class DescriptionPage {
  private static final String RESOURCE = "/openapi/v1.yaml";

  /** One operation as the page shows it. */
  record Operation(
      String method, String path, String summary, String words, List<String[]> answers) {}

  static String yaml() throws IOException {
    try (InputStream in = DescriptionPage.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @GetMapping("/api/v1/openapi.yaml")
  ResponseEntity<String> description() throws IOException {
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .body(yaml());
  }

  @GetMapping("/api/v1")
  String page(Model model) throws IOException {
    Map<?, ?> api = parsed();
    model.addAttribute("title", value(api, "info", "title"));
    model.addAttribute("words", value(api, "info", "description"));
    model.addAttribute("operations", operations(api));
    return "api/description";
  }

  static Map<?, ?> parsed() throws IOException {
    Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml());
    return parsed instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<Operation> operations(Map<?, ?> api) {
    List<Operation> operations = new ArrayList<>();
    map(api.get("paths"))
        .forEach((path, methods) ->
            map(methods)
                .forEach((method, operation) -> {
                  Map<?, ?> said = map(operation);
                  List<String[]> answers = new ArrayList<>();
                  map(said.get("responses"))
                      .forEach((status, answer) ->
                          answers.add(
                              new String[] {status.toString(), value(map(answer), "description")}));
                  operations.add(
                      new Operation(
                          method.toString().toUpperCase(java.util.Locale.ROOT),
                          path.toString(),
                          value(said, "summary"),
                          value(said, "description"),
                          answers));
                }));
    return operations;
  }

  static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String value(Map<?, ?> node, String... path) {
    @Nullable Object at = node;
    for (String name : path) {
      at = map(at).get(name);
    }
    return at == null ? "" : at.toString();
  }
}
