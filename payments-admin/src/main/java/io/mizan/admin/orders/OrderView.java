package io.mizan.admin.orders;

import io.mizan.admin.cases.CaseView;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import java.util.List;
import java.util.Optional;

/** One order, explained. Every string is ready to be shown. */
public record OrderView(
        String id,
        String reference,
        String amount,
        Badge status,
        Badge fulfilment,
        Moment placed,
        Moment expires,
        List<Reply> answers,
        Next next,
        Sum sum,
        List<Attempt> attempts,
        List<CaseView> cases,
        Optional<Customer> customer,
        Optional<Moment> customerErased,
        boolean mayErase,
        List<Detail> about,
        List<Entry> timeline,
        Optional<String> moreTimeline) {

    /** A name and what stands under it. */
    public record Detail(String name, String value) {}

    /** An answer to one of the first four questions; {@code icon} is one of {@code fragments/icon}. */
    public record Reply(String question, Badge says, String icon, String sentence, Moment asOf, List<Proof> evidence) {}

    /** @param by absent if nothing runs out */
    public record Next(
            String question,
            String title,
            String what,
            String actor,
            Optional<Moment> by,
            boolean overdue,
            String otherwise,
            String avoid,
            boolean done) {}

    /**
     * One message that told a fact.
     *
     * @param fact what happened, as the timeline words it
     * @param how by which way the message came
     * @param details what it said, and how we know that it is genuine
     */
    public record Proof(String fact, String how, Moment received, List<Detail> details) {}

    /**
     * The amount, line by line. {@code due} is what is left over; a sum that does not come out even is shown. {@code besides}
     * is what goes back to the customer without being a part of this sum.
     */
    public record Sum(
            List<SumLine> lines,
            String total,
            List<SumLine> received,
            List<SumLine> givenBack,
            Optional<String> held,
            List<SumLine> foreign,
            List<SumLine> besides,
            String dueLabel,
            String due,
            boolean even,
            List<SumLine> residuals) {}

    /** @param note how the amount came about */
    public record SumLine(String text, String note, String amount) {}

    public record Attempt(
            String id,
            int number,
            String gateway,
            Badge state,
            String amount,
            boolean open,
            boolean superseded,
            Optional<String> decline,
            List<Detail> details,
            List<Stage> stages,
            boolean mayAsk) {}

    /** A time in the life of an attempt. */
    public record Stage(String text, Moment at) {}

    /** Personal data: on this page, and never in an address or a log. */
    public record Customer(
            Optional<String> name, Optional<String> email, Optional<String> phone, Optional<String> country) {}

    /**
     * One thing that happened.
     *
     * @param weight {@code main} for what a person looks for, {@code minor} for what explains it
     */
    public record Entry(
            long seq,
            Moment at,
            String text,
            String actor,
            Optional<Integer> attempt,
            String css,
            String weight,
            List<Proof> evidence,
            List<Detail> details) {}
}
