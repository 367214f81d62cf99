package io.mizan.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's payment, call by call as it is printed there. */
class ReadmeIT {

    private static final Pattern CALL =
            Pattern.compile("curl -s \"([^\"]+)\"(.*?)(?=\\ncurl|\\n[A-Z]+=|\\n#|\\n```)", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("-H ['\"]([^:]+): ([^'\"]+)['\"]");
    private static final Pattern BODY = Pattern.compile("-d '(\\{.*})'", Pattern.DOTALL);

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "MIZAN_URL", TestBed.server().url().toString(),
            "MIZAN_SANDBOX_URL", TestBed.simulators().url().toString(),
            "MIZAN_SECRET_KEY", TestBed.secret(Secret.DEMO_SECRET_KEY)));

    @Test
    void the_payment_in_sixty_seconds_is_paid_and_explained() throws IOException {
        List<MatchResult> calls = calls();
        assertThat(calls).hasSize(5);

        variables.put("ORDER", first("ord_[a-z0-9]*", send(calls.get(0)).expect(201)));
        variables.put(
                "SESSION", first("cs_test_[A-Za-z0-9]*", send(calls.get(1)).expect(201)));
        send(calls.get(2)).expect(200);

        Await.that(
                "the README's order is paid",
                () -> send(calls.get(3)).expect(200).body().contains("\"status\":\"paid\""));
        assertThat(send(calls.get(4)).expect(200).body()).contains("order_placed", "attempt_started");
    }

    private Answer send(MatchResult call) {
        URI url = URI.create(filledIn(call.group(1)));
        var client = TestBed.mizan().at(url);
        for (MatchResult header : HEADER.matcher(call.group(2)).results().toList()) {
            if (!header.group(1).equals("Content-Type")) {
                client = client.with(header.group(1), filledIn(header.group(2)));
            }
        }
        Matcher body = BODY.matcher(call.group(2));
        return body.find()
                ? client.send("POST", url.getPath(), "application/json", filledIn(body.group(1)))
                : client.get(url.getPath());
    }

    /** As a shell would: the variables' values, without the quotation marks that let it see them. */
    private String filledIn(String text) {
        String filled = text.replace("'\"$", "$").replace("\"'", "");
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("$" + variable.getKey(), variable.getValue());
        }
        return filled;
    }

    private static List<MatchResult> calls() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        String section =
                readme.substring(readme.indexOf("## A sandbox payment"), readme.indexOf("## An external database"));
        return new ArrayList<>(CALL.matcher(section).results().toList());
    }

    private static String first(String pattern, Answer answer) {
        return Optional.of(Pattern.compile(pattern).matcher(answer.body()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .orElseThrow(() -> new AssertionError("No " + pattern + " in " + answer));
    }
}
