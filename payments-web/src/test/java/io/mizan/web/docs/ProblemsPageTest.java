package io.mizan.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.web.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsPageTest {
    private static final Pattern SECTION = Pattern.compile("^## (\\w+)\n\n(\\d{3}), (\\w+)", Pattern.MULTILINE);

    @Test
    void the_page_has_a_section_for_each_code_in_the_order_in_which_they_are_reported() {
        var sections = SECTION.matcher(Written.page("problems.md"))
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(sections)
                .isEqualTo(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void each_section_says_the_status_and_whether_to_repeat(ErrorCode code) {
        var section = SECTION.matcher(Written.page("problems.md"))
                .results()
                .filter(found -> found.group(1).equals(code.code()))
                .findFirst()
                .orElseThrow();

        assertThat(section.group(2)).isEqualTo(Integer.toString(document(code).getInt("status")));
        assertThat(section.group(3)).isEqualTo(document(code).getString("retry"));
    }

    @Test
    void the_description_of_the_api_lists_the_same_codes() {
        assertThat(Written.at(Written.openApi(), "components", "schemas", "ErrorCode")
                        .get("enum"))
                .isEqualTo(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    private static JsonObject document(ErrorCode code) {
        var json = Problem.of(new MizanException(code, "It happened.")).toJson("req_1");
        try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }
}
