/** Razorpay's messages, their signature and the pauses between tries. */
package sandbox.razorpay.event;
