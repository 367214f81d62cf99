// Takes the customer back at once; without scripts the button does.
document.getElementById("return").submit();
