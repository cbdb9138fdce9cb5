// Times a key press until what it marks is painted, in the check page itself.
(() => {
  const box = document.querySelector("[data-text]");
  const mirror = document.querySelector("[data-mirror]");
  let pressed;
  let before;
  let told;
  const marks = () => mirror.querySelectorAll("mark").length;

  box.addEventListener("keydown", (event) => {
    pressed = event.timeStamp;
    requestAnimationFrame(() => look(1));
  });

  function look(frame) {
    const isMarked = marks() > before;
    const { port1, port2 } = new MessageChannel();
    // the message comes after the frame that this callback belongs to was drawn
    port1.onmessage = () => {
      if (isMarked) told({ ms: performance.now() - pressed, frame });
      else requestAnimationFrame(() => look(frame + 1));
    };
    port2.postMessage(null);
  }

  // tasks that are long enough to be felt, of the presses that count
  globalThis.long = [];
  let counts = false;
  new PerformanceObserver((list) => {
    if (counts) long.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });

  globalThis.countNoMore = () => {
    counts = false;
  };

  globalThis.expectKey = (isCounted) => {
    counts = isCounted;
    before = marks();
    globalThis.answer = new Promise((resolve) => {
      told = resolve;
    });
  };
})();
