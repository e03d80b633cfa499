import { readWord, type Word } from '../spelling.ts';

// They ask, join, greet or point; a question is not about them.
const asking = `
gì nào sao ai đâu mấy bao nhiêu lâu thế như hả hở nhỉ vậy ạ à ơi nhé nha dạ vâng
em anh chị mình tôi tớ bạn ad admin ac bên tụi chúng ta họ nó bác cháu
có không được bị phải cần muốn xin hỏi cho biết giúp nhờ xem tìm tra cứu trích mở đọc nói ghi viết nằm quy định
thì là mà của các những và hay hoặc nếu khi lúc rồi đã đang sẽ vẫn cũng chỉ còn nữa ra vào lên xuống về ở tại trong
với đến đối theo bởi vì do để bằng qua này kia đó ấy cái chiếc sự hôm nay đi nhau thêm rõ ok oke đều rất
the a an of to in on at by for from with is are was be do does did may can must should will would how what which who where
when why we our us you your it its this that there any some if or and not have has please tell say i me under per
according about as into within quote regarding concerning know find give need say says cover covers mention mentions state states show deal deals explain before after
`;

// They name the texts themselves: nearly every question has one, so that it tells little.
const naming = `phụ lục thỏa thuận quy chế cam kết điều khoản điểm văn bản nội dung mục đơn vị doanh nghiệp hải quan
enterprise customs company agreement appendix appendices annex article clause regulation provision partnership commitment commit promise promised`;

const askingWords = asking.trim().split(/\s+/u).map(readWord);
const askingExact = new Set(askingWords.map(({ exact }) => exact));
const askingFolded = new Set(askingWords.map(({ folded }) => folded));
const namingFolded = new Set(
  naming
    .trim()
    .split(/\s+/u)
    .map((word) => readWord(word).folded),
);

export type Plainness = 'asking' | 'naming' | 'matter';

/** What a word does in a question. Typed without marks, a word that could be one that asks is taken for it. */
export function plainnessOf({ exact, folded, isMarked }: Word): Plainness {
  if (isMarked ? askingExact.has(exact) : askingFolded.has(folded)) return 'asking';
  return namingFolded.has(folded) ? 'naming' : 'matter';
}
