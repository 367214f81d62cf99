package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestBed;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class HealthIT {

    @Test
    void a_server_is_ready_when_its_database_is() {
        var answer = TestBed.mizan().get("/health/ready").expect(200);

        assertThat(answer.json().getString("status")).isEqualTo("UP");
        assertThat(answer.json().getJsonArray("checks").getValuesAs(JsonObject.class))
                .anySatisfy(check -> {
                    assertThat(check.getString("name")).isEqualTo("database");
                    assertThat(check.getString("status")).isEqualTo("UP");
                });
    }

    @Test
    void a_live_server_says_so_without_asking_anybody() {
        var answer = TestBed.mizan().get("/health/live").expect(200);

        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void the_simulators_are_a_server_of_their_own() {
        assertThat(TestBed.simulator().get("/health/ready").expect(200).body()).contains("sandbox");
    }
}
