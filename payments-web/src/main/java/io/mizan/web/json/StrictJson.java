package io.mizan.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads the body of a request: one JSON object in UTF-8, within bounds, and nothing after it. */
public final class StrictJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(30)
                            .maxNameLength(200)
                            .maxStringLength(16_384)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private StrictJson() {}

    /**
     * Reads a body.
     *
     * @param reader takes what it knows out of the members; what it does not name is refused
     * @throws MizanException {@code MALFORMED_BODY}, {@code DUPLICATE_FIELD}, or what the reader refuses
     */
    public static <T> T read(byte[] body, Function<Members, T> reader) {
        var document = parse(decode(body));
        if (!document.isObject()) {
            throw malformed("The body must be a JSON object.");
        }
        return reader.apply(new Members("", document));
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try (var parser = MAPPER.createParser(text)) {
            var document = MAPPER.<JsonNode>readTree(parser);
            if (document == null) {
                throw malformed("The body is empty; send a JSON object.");
            }
            if (parser.nextToken() != null) {
                throw malformed("There is something after the JSON object.");
            }
            return document;
        } catch (MismatchedInputException twice) {
            throw duplicate(twice);
        } catch (JsonProcessingException broken) {
            throw malformed(broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("text was being read", impossible);
        }
    }

    /** Reading a tree, the mapper objects to one thing only: a name that came before. */
    private static MizanException duplicate(MismatchedInputException twice) {
        var path = twice.getProcessor() instanceof JsonParser parser
                ? path(parser.getParsingContext().pathAsPointer())
                : "";
        return MizanException.of(ErrorCode.DUPLICATE_FIELD, path, "The member '" + path + "' is there twice.");
    }

    /** {@code /items/0/quantity} as {@code items[0].quantity}. */
    private static String path(JsonPointer pointer) {
        var path = new StringBuilder();
        for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (rest.mayMatchElement()) {
                path.append('[').append(rest.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
            }
        }
        return path.toString();
    }

    /** Says where and not what: what stands there may be a secret. */
    private static MizanException malformed(JsonProcessingException broken) {
        var at = broken.getLocation();
        return malformed(
                at == null
                        ? "The body is not JSON."
                        : "The body is not JSON, or deeper or longer than allowed, at line " + at.getLineNr()
                                + ", column " + at.getColumnNr() + ".");
    }

    private static MizanException malformed(String detail) {
        return new MizanException(ErrorCode.MALFORMED_BODY, detail);
    }
}
