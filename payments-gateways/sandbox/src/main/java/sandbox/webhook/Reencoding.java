package sandbox.webhook;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** What a proxy does that reads messages and writes them anew: the same JSON, in other white space. */
final class Reencoding {
    private Reencoding() {}

    static String of(String json) {
        var written = new StringWriter();
        try (var reader = Json.createReader(new StringReader(json));
                var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(written)) {
            writer.write(reader.read());
        }
        return written.toString();
    }
}
