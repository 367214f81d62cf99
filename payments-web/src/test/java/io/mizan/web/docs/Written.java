package io.mizan.web.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** What is written down: pages below {@code docs}, and the description of the API. */
final class Written {
    private Written() {}

    static String page(String name) {
        try {
            return Files.readString(Path.of("..", "docs", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Map<String, Object> openApi() {
        try (var yaml = Written.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The object at these names, one below the other. */
    @SuppressWarnings("unchecked") // a document of maps all the way down
    static Map<String, Object> at(Map<String, Object> document, String... names) {
        var found = document;
        for (var name : names) {
            found = (Map<String, Object>) found.get(name);
            if (found == null) {
                throw new AssertionError("there is no " + name);
            }
        }
        return found;
    }
}
