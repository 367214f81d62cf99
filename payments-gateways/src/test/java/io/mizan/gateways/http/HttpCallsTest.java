package io.mizan.gateways.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which a call can end. */
class HttpCallsTest {
    private final ScriptedServer server = new ScriptedServer();
    private final HttpCalls calls = new HttpCalls(Duration.ofSeconds(1), "Mizan/1.0 test");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_call_goes_out_as_it_was_made() {
        server.answering(201, "{}");

        calls.send(
                HttpCall.post(address(), "application/json", "{\"a\":\"ä\"}".getBytes(UTF_8))
                        .header("Authorization", "Bearer token"),
                new Budget(Duration.ofSeconds(5)));

        var sent = server.received().get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/v2/things?a=1");
        assertThat(sent.body()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(sent.header("Content-type")).isEqualTo("application/json");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer token");
        assertThat(sent.header("User-agent")).isEqualTo("Mizan/1.0 test");
    }

    @Test
    void a_question_may_have_a_body() {
        server.answering(200, "{}");

        calls.send(
                HttpCall.get(address()).with("application/json", "{\"id\":1}".getBytes(UTF_8)),
                new Budget(Duration.ofSeconds(5)));

        assertThat(server.received().get(0).method()).isEqualTo("GET");
        assertThat(server.received().get(0).body()).isEqualTo("{\"id\":1}");
    }

    @Test
    void an_answer_is_handed_on_whatever_its_status() {
        server.answering(503, "busy", "Retry-After", "7", "X-Id", "abc");

        var answer = (HttpReply.Answered) get(Duration.ofSeconds(5));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.text()).isEqualTo("busy");
        assertThat(answer.header("x-ID")).contains("abc");
        assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void an_answer_tells_its_time_by_its_own_clock() {
        assertThat(dated("Sat, 21 Nov 2026 17:00:00 GMT").date()).contains(Instant.parse("2026-11-21T17:00:00Z"));
        assertThat(dated("yesterday").date()).isEmpty();
    }

    private static HttpReply.Answered dated(String date) {
        return new HttpReply.Answered(200, Map.of("date", List.of(date)), new byte[0]);
    }

    @Test
    void another_address_is_not_followed() {
        server.answering(302, "", "Location", server.base() + "/elsewhere");

        assertThat(((HttpReply.Answered) get(Duration.ofSeconds(5))).status()).isEqualTo(302);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void silence_ends_with_the_time_of_the_call() {
        server.hanging();

        assertThat(get(Duration.ofMillis(300))).isEqualTo(new HttpReply.Unanswered("no answer in time"));
    }

    @Test
    void a_byte_now_and_then_does_not_prolong_the_call() {
        server.dripping();

        assertThat(get(Duration.ofMillis(300))).isEqualTo(new HttpReply.Unanswered("no answer in time"));
    }

    @Test
    void an_answer_broken_off_is_none() {
        server.breakingOff();

        assertThat(get(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(HttpReply.Unanswered.class, unanswered -> assertThat(unanswered.cause())
                        .startsWith("connection broke"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void an_answer_that_is_too_long_is_none() {
        server.answering(200, "x".repeat(BoundedBody.MOST + 1)).answering(200, "x".repeat(BoundedBody.MOST));

        assertThat(get(Duration.ofSeconds(5))).isEqualTo(new HttpReply.Unanswered("connection broke: TooLong"));
        assertThat(((HttpReply.Answered) get(Duration.ofSeconds(5))).body()).hasSize(BoundedBody.MOST);
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        URI nobody;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }

        assertThat(calls.send(HttpCall.get(nobody), new Budget(Duration.ofSeconds(5))))
                .isEqualTo(new HttpReply.NotReached("ConnectException"));
    }

    @Test
    void nothing_is_sent_when_the_time_is_used_up() {
        assertThat(get(Duration.ZERO)).isEqualTo(new HttpReply.Unanswered("no time left"));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void nothing_makes_the_client_send_a_post_twice() {
        assertThat(System.getProperty("jdk.httpclient.enableAllMethodRetry")).isNull();
    }

    @Test
    void what_the_client_writes_itself_is_refused_and_secrets_are_not_printed() {
        var call = HttpCall.get(address());

        List.of("Host", "content-length", "User-Agent")
                .forEach(name -> assertThatIllegalArgumentException().isThrownBy(() -> call.header(name, "x")));
        assertThat(call.header("Authorization", "Bearer token").toString()).doesNotContain("token");
    }

    private HttpReply get(Duration budget) {
        return calls.send(HttpCall.get(address()), new Budget(budget));
    }

    private URI address() {
        return server.base().resolve("/v2/things?a=1");
    }
}
