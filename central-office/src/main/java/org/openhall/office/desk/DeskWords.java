package org.openhall.office.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The pages' words: every pair of bundles {@code TOPIC_zh_CN} and {@code TOPIC_en} of the folder;
 * the keys of each begin with its topic. In templates {@code #{topic.key}}.
 */
public final class DeskWords extends ResourceBundleMessageSource {
  private static final String FOLDER = "org/openhall/office/desk/";
  private static final String CHINESE = "_zh_CN.properties";

  public DeskWords() throws IOException {
    Resource[] bundles =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + FOLDER + "*" + CHINESE);
    setBasenames(
        Arrays.stream(bundles)
            .map(bundle -> Objects.requireNonNull(bundle.getFilename()))
            .map(name -> FOLDER + name.replace(CHINESE, ""))
            .distinct()
            .toArray(String[]::new));
    setDefaultEncoding("UTF-8");
    setFallbackToSystemLocale(false);
    setAlwaysUseMessageFormat(true);
  }
}
