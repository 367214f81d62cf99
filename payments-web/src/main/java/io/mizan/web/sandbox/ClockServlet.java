package io.mizan.web.sandbox;

import io.mizan.access.Mode;
import io.mizan.time.MizanClock;
import io.mizan.time.SandboxTime;
import io.mizan.web.http.BodyLimit;
import io.mizan.web.json.JsonText;
import io.mizan.web.json.StrictJson;
import io.mizan.web.problem.ProblemAnswer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code GET} and {@code POST /sandbox/clock} with a secret key: the time of the sandbox, moved forward by
 * {@code {"advance_seconds": 3600}} for all instances and the simulators. In live mode there is no such address.
 */
@WebServlet(name = "SandboxClockControl", urlPatterns = "/sandbox/clock")
public class ClockServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 1024;
    private static final long MOST_SECONDS = Duration.ofDays(400).toSeconds();

    @Inject
    transient Mode mode;

    @Inject
    transient SandboxTime time;

    @Inject
    transient MizanClock clock;

    @Inject
    transient SimulatorsClock simulators;

    /** @param simulatorsFollow whether the simulators have the same time now */
    record ClockView(Instant now, long offsetSeconds, boolean simulatorsFollow) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer(request, answer, () -> clock.offset());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer(request, answer, () -> {
            var raw = BodyLimit.read(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
            var offset = time.forward(StrictJson.read(raw, body -> {
                body.shape(List.of("advance_seconds"), List.of());
                return Duration.ofSeconds(body.number("advance_seconds", 0, MOST_SECONDS));
            }));
            untilAllHaveIt();
            return offset;
        });
    }

    /** Other instances may go by the time that they read just before it was moved. */
    private static void untilAllHaveIt() {
        long until = System.nanoTime() + SandboxTime.BELIEVED_FOR.toNanos();
        for (long left = SandboxTime.BELIEVED_FOR.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private interface Act {
        Duration offset() throws IOException;
    }

    private void answer(HttpServletRequest request, HttpServletResponse answer, Act act) throws IOException {
        try {
            SandboxDoor.admit(request, mode == Mode.SANDBOX);
            var offset = act.offset();
            var view = new ClockView(clock.instant(), offset.toSeconds(), simulators.moveTo(offset));
            answer.setContentType("application/json");
            answer.getOutputStream().write(JsonText.of(view));
        } catch (RuntimeException failure) {
            ProblemAnswer.send(request, answer, failure);
        }
    }
}
