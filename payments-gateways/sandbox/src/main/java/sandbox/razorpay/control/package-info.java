/** Razorpay on the control page. */
package sandbox.razorpay.control;
