/**
 * Acts that need a second person. One member of staff asks, another approves, and then the act is carried out in the very
 * transaction of the approval: what was approved and what was done cannot come apart. What is asked for is fixed when it is
 * asked, so that nobody approves one thing and causes another.
 *
 * <p>A feature says what it can do by being a {@link io.mizan.approval.TwoPersonAct}, and asks through
 * {@link io.mizan.approval.Approvals#ask}. Whether an act needs a second person at all, is for the feature to say; one that
 * does not goes through {@link io.mizan.approval.Approvals#doAlone}, with the same code behind it.
 */
package io.mizan.approval;
